export { toGithub } from './github.ts';
export { oneLine, plainText } from './plain-text.ts';
export { toText } from './text.ts';
