import { existsSync } from 'node:fs';
import { findService, SERVICES } from './services.ts';

/**
 * What a test may need besides npm packages. `describe.runIf(needs.redis)` leaves a test out where it is missing;
 * `npm test` then names it in its closing lines, or fails where `CI` is set.
 */
export const needs = {
  /** Path of a Chromium, or undefined. */
  browser: program('browser'),
  /** Path of a redis-server or valkey-server, or undefined. */
  redis: program('redis'),
  /** Folder with real notes and WIT beside the checkout, or undefined. */
  corpus: existsSync(new URL('../../../shared/corpus/README.md', import.meta.url))
    ? new URL('../../../shared/corpus/', import.meta.url).pathname
    : undefined,
};

function program(name: string): string | undefined {
  const service = SERVICES.find((candidate) => candidate.name === name);
  return service && findService(service);
}
