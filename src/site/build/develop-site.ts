import { dev } from 'astro';
import { siteConfig } from '../config.ts';
import { type Content, handOver } from '../content.ts';
import type { SitePlace } from './build-site.ts';
import { ownEnvironment } from './own-environment.ts';
import { type Served, USUAL_PORT } from './serve.ts';
import { watchContent } from './watch-content.ts';

/** What `witness dev` reads, and where it has to look for changes. */
export interface Sources {
  /** @param changed the files that changed since the last reading, when only those have to be looked at. */
  read(changed?: readonly string[]): Promise<Content>;
  /** Files and folders, absolute. */
  watched: string[];
}

/** Serves the site from its sources; a change is read, and the open pages are loaded again. */
export async function developSite(
  sources: Sources,
  { base, site }: Omit<SitePlace, 'outDir'>,
  port: number | undefined,
): Promise<Served> {
  ownEnvironment('development');
  const content = await sources.read();
  handOver(content);
  const config = siteConfig({ base, site, content, growing: true });
  const server = await dev({
    configFile: false,
    logLevel: 'warn',
    ...config,
    integrations: [...(config.integrations ?? []), watchContent(sources)],
    server: { host: '127.0.0.1', port: port ?? USUAL_PORT },
  });
  const path = base.endsWith('/') ? base : `${base}/`;
  return { url: `http://127.0.0.1:${server.address.port}${path}`, close: () => server.stop() };
}
