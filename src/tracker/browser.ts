/** What a reader's browser needs of the tracker: no YAML and no Markdown comes along, as it would by `index.ts`. */
export { changesBetween } from './changes-between.ts';
export { historyOf } from './history.ts';
export { status } from './status.ts';
