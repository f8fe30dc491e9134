import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { emptyGroup, loadContent } from '../load/index.ts';
import { toText } from '../report/index.ts';
import { handOver } from './content.ts';
import { routes } from './routes.ts';
import { toContent } from './to-content.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The WIT reference in somebody's own Starlight site, below `/wit/`.
 * @param options.wit folders of packages, relative to the working directory. What is wrong in them is logged, and the
 * rest is shown.
 */
export function witReference({ wit }: { wit: string[] }): StarlightPlugin {
  return {
    name: 'witness-wit',
    hooks: {
      async 'config:setup'({ config, updateConfig, addIntegration, logger }) {
        const loaded = await loadContent({ ...emptyGroup(), wit });
        if (loaded.problems.length > 0) logger.warn(`\n${toText(loaded.problems, loaded.sources)}`);
        const [siteTitle] = typeof config.title === 'object' ? Object.values(config.title) : [config.title];
        handOver({ ...toContent(loaded, null), referenceOnly: true, siteTitle });
        const styles = [
          here('./styles/wit-colours.css'),
          here('./styles/code.css'),
          here('./styles/wit.css'),
        ];
        updateConfig({ customCss: [...styles, ...(config.customCss ?? [])] });
        addIntegration({
          name: 'witness-wit',
          hooks: {
            'astro:config:setup'({ injectRoute }) {
              const reference = routes(undefined).filter(({ pattern }) => /^\/wit(?:\/|$)/.test(pattern));
              for (const route of reference) injectRoute({ ...route, prerender: true });
            },
          },
        });
      },
    },
  };
}
