import type { AstroIntegration } from 'astro';
import { handOver } from '../content.ts';
import type { Sources } from './develop-site.ts';

const SETTLES_MS = 50;

/** Reads the content again when a file of it changes, and has every open page loaded again. */
export function watchContent({ read, watched }: Sources): AstroIntegration {
  return {
    name: 'witness-content',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        const changed = new Set<string>();
        server.watcher.add(watched);
        server.watcher.on('all', (_event, path) => {
          if (!watched.some((one) => path.startsWith(one))) return;
          changed.add(path);
          clearTimeout(waiting);
          waiting = setTimeout(async () => {
            const began = performance.now();
            const paths = [...changed];
            changed.clear();
            try {
              handOver(await read(paths));
            } catch (reason) {
              logger.error(reason instanceof Error ? reason.message : String(reason));
              return;
            }
            server.environments.client.hot.send({ type: 'full-reload' });
            logger.info(`read again in ${Math.round(performance.now() - began)} ms`);
          }, SETTLES_MS);
        });
      },
    },
  };
}
