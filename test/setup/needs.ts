import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findService, SERVICES } from './services.ts';

/** Where real notes and WIT lie beside a checkout. They are no part of the project. */
export const CORPUS: string = resolve(import.meta.dirname, '../../../shared/corpus');

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
  corpus: existsSync(join(CORPUS, 'README.md')) ? CORPUS : undefined,
};

function program(name: string): string | undefined {
  const service = SERVICES.find((candidate) => candidate.name === name);
  return service && findService(service);
}
