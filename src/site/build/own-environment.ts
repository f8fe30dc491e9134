import { chdir, env } from 'node:process';
import { projectRoot } from '../config.ts';

/**
 * Puts the process into the state that Astro needs: its bundle runs from below the working directory and has to find
 * the packages of this project; and what Vite calls `import.meta.env` must not come from variables that happen to be
 * set, such as the `BASE_URL` of somebody's pipeline.
 */
export function ownEnvironment(mode: 'production' | 'development'): void {
  if (mode === 'production') chdir(projectRoot);
  for (const name of ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'SITE', 'ASSETS_PREFIX']) delete env[name];
  env.NODE_ENV = mode;
  env.ASTRO_TELEMETRY_DISABLED = '1';
}
