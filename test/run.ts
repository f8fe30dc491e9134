// `npm test`: gets what the tests need, checks the code, runs every test, and says what was not tested.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.ts';
import { findService, installOnDebian, SERVICES } from './setup/services.ts';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

const strict = Boolean(process.env.CI) && process.env.CI !== 'false';
process.exitCode = run();

function run(): number {
  installOnDebian(SERVICES.filter((service) => !findService(service)));
  const missing = SERVICES.filter((service) => !findService(service));
  for (const service of missing) process.stderr.write(`${service.advice}\n`);
  if (missing.length > 0 && strict) return 1;

  const checked = check();
  const report = vitest();
  if (!report) return 1;
  const untested = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName),
  );
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  if (!checked) process.stdout.write('\nthe code check failed: see above, or run npm run check\n');
  if (untested.length > 0)
    process.stdout.write(`\nnot tested here:\n${untested.map((name) => `  ${name}\n`).join('')}`);
  const skipped = untested.length > 0 ? `, ${untested.length} skipped` : '';
  process.stdout.write(`\n${report.numPassedTests} passed, ${failed} failed${skipped}\n`);
  return checked && failed === 0 && report.numPassedTests > 0 ? 0 : 1;
}

/** Every test but the long ones; the report is undefined when the runner itself did not get to one. */
function vitest(): Report | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'witness-test-'));
  const file = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    'unit',
    '--project',
    'site',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    process.stderr.write('the test runner ended without a report\n');
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
