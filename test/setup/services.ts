import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program outside npm that tests need, and how to get it. */
export interface Service {
  name: 'browser' | 'redis';
  /** The environment variable that names the program, and through which tests find it. */
  variable: string;
  programs: string[];
  debianPackages: string[];
  advice: string;
}

export const SERVICES: Service[] = [
  {
    name: 'browser',
    variable: 'WITNESS_CHROMIUM',
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    debianPackages: ['chromium'],
    advice: 'no Chromium found: install Chromium or Chrome, or set WITNESS_CHROMIUM to its program',
  },
  {
    name: 'redis',
    variable: 'WITNESS_REDIS_SERVER',
    programs: ['redis-server', 'valkey-server'],
    debianPackages: ['redis-server'],
    advice:
      'no Redis found: install redis-server or valkey-server, or set WITNESS_REDIS_SERVER to its program',
  },
];

/** The program of a service: the one its variable names, or the first one that is on this machine. */
export function findService(service: Service): string | undefined {
  const named = process.env[service.variable];
  if (named) return existsSync(named) ? named : undefined;
  return service.programs.map(findProgram).find((path) => path !== undefined);
}

function findProgram(program: string): string | undefined {
  if (program.includes('/') || program.includes('\\')) return existsSync(program) ? program : undefined;
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** On Debian and its kin, as root, what is missing is installed; elsewhere nothing is touched. */
export function installOnDebian(missing: Service[]): void {
  const root = process.getuid?.() === 0;
  if (missing.length === 0 || !root || !existsSync('/usr/bin/apt-get')) return;
  const packages = missing.flatMap((service) => service.debianPackages);
  process.stderr.write(`installing ${packages.join(', ')} with apt-get\n`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-q'], { ...options, env });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      ...options,
      env,
    });
  } catch (error) {
    process.stderr.write(`apt-get: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
