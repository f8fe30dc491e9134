import { dev } from 'astro';
import { siteConfig } from '../config.ts';
import { handOver } from '../content.ts';
import type { SitePlace } from './build-site.ts';
import { type Served, USUAL_PORT } from './serve.ts';

/** Serves the site from its sources and reloads the page when one of them changes. */
export async function developSite({ base, site }: SitePlace, port: number | undefined): Promise<Served> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  handOver({ meetings: [] });
  const server = await dev({
    configFile: false,
    logLevel: 'warn',
    ...siteConfig({ base, site }),
    server: { host: '127.0.0.1', port: port ?? USUAL_PORT },
  });
  const path = base.endsWith('/') ? base : `${base}/`;
  return { url: `http://127.0.0.1:${server.address.port}${path}`, close: () => server.stop() };
}
