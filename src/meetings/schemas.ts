/** What the minutes and the files beside them hold, as schemas: for whoever publishes them. */
export { frontMatter } from './front-matter.ts';
export { meeting } from './meeting.ts';
export { people } from './parse-people.ts';
export { proposalAliases } from './proposal-names.ts';
