export { type Loaded, loadContent, type Overrides } from './load-content.ts';
export { loadNames } from './load-names.ts';
export { loadNotes } from './load-notes.ts';
export { type LoadedPackages, loadPackages } from './load-packages.ts';
export { type LoadedPage, loadPage } from './load-page.ts';
export { noteFiles } from './note-files.ts';
export { projectRoot } from './project-root.ts';
export { type LoadedWit, type WitGroup, WitLoader } from './wit-loader.ts';
