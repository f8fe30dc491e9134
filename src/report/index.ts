export { toGithub } from './github.ts';
export { toText } from './text.ts';
