#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { type Command, type ExitCode, UsageError } from './command.ts';

/** Every command, in the order of the help text. The file is loaded when its command is called. */
const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  'wit check': () => import('./wit-check.ts'),
  'wit diff': () => import('./wit-diff.ts'),
  'wit history': () => import('./wit-history.ts'),
  'wit json': () => import('./wit-json.ts'),
  'wit print': () => import('./wit-print.ts'),
  'meetings json': () => import('./meetings-json.ts'),
  'meetings lint': () => import('./meetings-lint.ts'),
  'meetings new': () => import('./meetings-new.ts'),
  'meetings ical': () => import('./meetings-ical.ts'),
  'cache conformance': () => import('./cache-conformance.ts'),
  'cache history': () => import('./cache-history.ts'),
  'examples list': () => import('./examples-list.ts'),
  'examples run': () => import('./examples-run.ts'),
  'tracker status': () => import('./tracker-status.ts'),
  'tracker history': () => import('./tracker-history.ts'),
  'tracker suggest': () => import('./tracker-suggest.ts'),
  'tracker audit': () => import('./tracker-audit.ts'),
  build: () => import('./build.ts'),
  dev: () => import('./dev.ts'),
  preview: () => import('./preview.ts'),
  start: () => import('./start.ts'),
};

// Who reads our output may stop early, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<ExitCode> {
  const name = commandName(args);
  if (!name) {
    const wanted = args.length === 0 || args.includes('--help') || args[0] === 'help';
    (wanted ? process.stdout : process.stderr).write(
      wanted
        ? await help()
        : `witness: no command "${args
            .filter((a) => !a.startsWith('-'))
            .slice(0, 2)
            .join(' ')}"; see witness --help\n`,
    );
    return wanted ? 0 : 2;
  }
  const { command } = await (COMMANDS[name] as () => Promise<{ command: Command }>)();
  const rest = args.slice(name.split(' ').length);
  if (rest.includes('--help')) {
    process.stdout.write(`witness ${name} ${command.usage}\n\n${command.summary}\n`);
    return 0;
  }
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
    });
    return await command.run(positionals, values);
  } catch (error) {
    return explain(name, command, error);
  }
}

/** The longest run of leading words that names a command: `tracker status`, `build`. */
function commandName(args: string[]): string | undefined {
  return [args.slice(0, 2).join(' '), args[0] ?? ''].find((name) => name in COMMANDS);
}

async function help(): Promise<string> {
  const lines = ['witness: minutes, WIT and criteria as one site with evidence', ''];
  for (const [name, load] of Object.entries(COMMANDS)) {
    const { command } = await load();
    lines.push(`  witness ${name} ${command.usage}`, `      ${command.summary}`);
  }
  return `${lines.join('\n')}\n`;
}

function explain(name: string, command: Command, error: unknown): ExitCode {
  if (process.env.WITNESS_DEBUG) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const wrongUsage = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`witness ${name}: ${message}\n`);
  if (wrongUsage) process.stderr.write(`usage: witness ${name} ${command.usage}\n`);
  return wrongUsage ? 2 : 1;
}
