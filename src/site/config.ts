import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import type { AstroUserConfig } from 'astro';
import { sidebar } from './sidebar.ts';

/** The folder that holds `content/`, `wit/` and `src/`. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** What the flags of `witness build`, `dev` and `preview` may change. */
export interface SiteConfig {
  /** Absolute or relative to the project. */
  outDir?: string;
  /** Where caches of this build live: two builds at once need two. */
  cacheDir?: string;
  /** The path that the site is served under, `/` unless told. */
  base?: string;
  /** The origin that the site will be published at: canonical links, the site map and feeds need it. */
  site?: string;
}

const REPOSITORY = 'https://github.com/WebAssembly/WASI';

/** Astro's configuration of the site. `content` has to be handed over before pages are rendered (`content.ts`). */
export function siteConfig({ outDir, cacheDir, base, site }: SiteConfig): AstroUserConfig {
  return {
    root: projectRoot,
    srcDir: './src/site',
    publicDir: './src/site/public',
    outDir: outDir ?? './dist',
    cacheDir: cacheDir ?? './.witness/astro',
    base: base ?? '/',
    site: site ?? 'https://witness.invalid',
    trailingSlash: 'always',
    prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
    // Every script and style is a file of its own, so that the content security policy needs no hash and no exception.
    build: { inlineStylesheets: 'never' },
    vite: { build: { assetsInlineLimit: 0 } },
    devToolbar: { enabled: false },
    integrations: [
      starlight({
        title: 'Witness',
        description: 'Minutes, WIT interfaces and the state of WASI, with the evidence for every status.',
        favicon: '/mark.svg',
        customCss: ['./src/site/styles/tokens.css', './src/site/styles/page.css'],
        sidebar,
        pagefind: false,
        pagination: false,
        credits: false,
        disable404Route: true,
        lastUpdated: false,
        components: {
          Head: './src/site/components/Head.astro',
          SiteTitle: './src/site/components/SiteTitle.astro',
          ThemeProvider: './src/site/components/ThemeProvider.astro',
          LanguageSelect: './src/site/components/LanguageSelect.astro',
          ThemeSelect: './src/site/components/ThemeSelect.astro',
          Sidebar: './src/site/components/Sidebar.astro',
          Search: './src/site/components/SearchBox.astro',
          PageTitle: './src/site/components/PageTitle.astro',
          Footer: './src/site/components/Footer.astro',
        },
        editLink: { baseUrl: `${REPOSITORY}/edit/main/` },
      }),
    ],
  };
}
