import type { Command } from './define-command.ts';

/** Every command, in the order of the help text. The file is loaded when its command is called. */
export const COMMANDS: ReadonlyMap<string, () => Promise<{ command: Command }>> = new Map([
  ['wit check', () => import('./wit-check.ts')],
  ['wit diff', () => import('./wit-diff.ts')],
  ['wit history', () => import('./wit-history.ts')],
  ['wit json', () => import('./wit-json.ts')],
  ['wit print', () => import('./wit-print.ts')],
  ['meetings json', () => import('./meetings-json.ts')],
  ['meetings lint', () => import('./meetings-lint.ts')],
  ['meetings new', () => import('./meetings-new.ts')],
  ['meetings ical', () => import('./meetings-ical.ts')],
  ['cache conformance', () => import('./cache-conformance.ts')],
  ['cache history', () => import('./cache-history.ts')],
  ['examples list', () => import('./examples-list.ts')],
  ['examples run', () => import('./examples-run.ts')],
  ['tracker status', () => import('./tracker-status.ts')],
  ['tracker history', () => import('./tracker-history.ts')],
  ['tracker suggest', () => import('./tracker-suggest.ts')],
  ['tracker audit', () => import('./tracker-audit.ts')],
  ['run', () => import('./run.ts')],
  ['serve', () => import('./serve.ts')],
  ['fetch', () => import('./fetch.ts')],
  ['build', () => import('./build.ts')],
  ['dev', () => import('./dev.ts')],
  ['preview', () => import('./preview.ts')],
  ['start', () => import('./start.ts')],
]);
