import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import type { AstroUserConfig } from 'astro';
import type { Content } from './content.ts';
import { routes } from './routes.ts';
import { SAFE_HEADERS } from './security.ts';
import { sidebar } from './sidebar.ts';
import { SITE_TITLE } from './title-tag.ts';

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
  /** What there is to show; every page that there may be unless told. */
  content?: Content;
  /** Whether pages of which there is nothing yet are there too, for those that come while it is served. */
  growing?: boolean;
}

/** A file of this folder, wherever the folder is: `src/site` in a checkout, `lib/site` in the installed package. */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Feeds and the site map need whole addresses: without `--site` they are those of `witness preview`. */
export const LOCAL_SITE = 'http://127.0.0.1:4321';

/** Astro's configuration of the site. `content` has to be handed over before pages are rendered (`content.ts`). */
export function siteConfig({
  outDir,
  cacheDir,
  base,
  site,
  content,
  growing = false,
}: SiteConfig): AstroUserConfig {
  return {
    root: projectRoot,
    // Astro would make a page of every file in the `pages` beside its configuration: they come from the list.
    srcDir: here('./astro'),
    publicDir: here('./public'),
    outDir: outDir ?? './dist',
    cacheDir: cacheDir ?? './.witness/astro',
    base: base ?? '/',
    site: site ?? LOCAL_SITE,
    trailingSlash: 'always',
    prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
    // Every script and style is a file of its own, so that the content security policy needs no hash and no exception.
    build: { inlineStylesheets: 'never' },
    vite: {
      build: { assetsInlineLimit: 0 },
      server: {
        headers: SAFE_HEADERS,
        // What pages are made of, and nothing that lies beside it.
        fs: {
          allow: ['src', 'lib', 'node_modules', '.witness', '.astro'].map((name) => join(projectRoot, name)),
        },
      },
    },
    devToolbar: { enabled: false },
    // All code that pages show is coloured in one place, `code/coloured.ts`.
    markdown: { syntaxHighlight: false },
    integrations: [
      {
        name: 'witness-pages',
        hooks: {
          'astro:config:setup': ({ injectRoute }) => {
            for (const route of routes(growing ? undefined : content))
              injectRoute({ ...route, prerender: true });
          },
        },
      },
      starlight({
        title: SITE_TITLE,
        description:
          'Meeting notes, WIT interfaces and where things stand, with the evidence for every status.',
        favicon: '/mark.svg',
        customCss: [
          here('./styles/tokens.css'),
          here('./styles/page.css'),
          here('./styles/code.css'),
          here('./styles/wit.css'),
        ],
        sidebar: sidebar(join(projectRoot, 'content/docs'), content),
        expressiveCode: false,
        pagefind: false,
        pagination: false,
        credits: false,
        disable404Route: true,
        lastUpdated: false,
        components: {
          Head: here('./components/Head.astro'),
          SiteTitle: here('./components/SiteTitle.astro'),
          ThemeProvider: here('./components/ThemeProvider.astro'),
          LanguageSelect: here('./components/LanguageSelect.astro'),
          ThemeSelect: here('./components/ThemeSelect.astro'),
          Sidebar: here('./components/Sidebar.astro'),
          Search: here('./components/SearchBox.astro'),
          MarkdownContent: here('./components/MarkdownContent.astro'),
          PageTitle: here('./components/PageTitle.astro'),
          Footer: here('./components/Footer.astro'),
        },
      }),
    ],
  };
}
