import { siteConfig } from './src/site/config.ts';

// Editors and `astro check` read this file; `witness build`, `dev` and `preview` call `siteConfig` with their flags.
export default siteConfig({});
