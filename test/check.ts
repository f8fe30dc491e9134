// `npm run check`: formatter, linter and the strict type check, of code, tests and pages alike.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

const STEPS: [name: string, script: string, ...args: string[]][] = [
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  [
    'types',
    'node_modules/astro/bin/astro.mjs',
    'check',
    '--minimumSeverity',
    'warning',
    '--minimumFailingSeverity',
    'error',
  ],
];

/** Runs every step, whatever the one before it found; true when all are fine. */
export function check(): boolean {
  return STEPS.map(([name, script, ...args]) => {
    process.stdout.write(`check: ${name}\n`);
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', env }).status === 0;
  }).every(Boolean);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = check() ? 0 : 1;
