#!/usr/bin/env node
import { nearest } from '../nearest.ts';
import { plainText } from '../report/index.ts';
import { writeAnswer, writeProblems } from './answer.ts';
import { COMMANDS } from './commands.ts';
import type { Command } from './define-command.ts';
import { commandHelp, listHelp } from './help.ts';
import { UnusableInput, UsageError } from './usage-error.ts';

// Who reads our output may stop early, as `head` does: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(process.argv.slice(2));

/** @returns 0 fine; 1 the input has errors, or the check found what it looks for; 2 wrong usage. */
async function main(given: string[]): Promise<number> {
  const isHelp = given[0] === 'help' || beforeRest(given).includes('--help');
  const args = given[0] === 'help' ? given.slice(1) : given;
  const name = commandName(args);
  const load = COMMANDS.get(name ?? '');
  if (name === undefined || !load) return withoutCommand(args, isHelp);
  const { command } = await load();
  if (isHelp) {
    process.stdout.write(commandHelp(name, command));
    return 0;
  }
  const rest = args.slice(name.split(' ').length);
  try {
    const answer = await command.run(rest);
    return typeof answer === 'number' ? answer : writeAnswer(answer, command.format(rest));
  } catch (error) {
    if (!(error instanceof UnusableInput)) return explain(name, command, error);
    const format = command.format(rest) === 'github' ? 'github' : 'text';
    writeProblems(error.problems, error.sources, format);
    return 1;
  }
}

/** The longest run of leading words that names a command: `tracker status`, `build`. */
function commandName([first = '', second = '']: string[]): string | undefined {
  return [`${first} ${second}`, first].find((name) => COMMANDS.has(name));
}

/** Help for everything, or for a group such as `wit`; or else a sentence about what is no command. */
async function withoutCommand(args: string[], isHelp: boolean): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('-')).slice(0, 2);
  const [group = ''] = words;
  const members = [...COMMANDS.keys()].filter((name) => name.startsWith(`${group} `));
  const isWanted = isHelp || args.length === 0;
  if (isWanted && (words.length === 0 || members.length > 0)) {
    process.stdout.write(await listHelp(words.length === 0 ? [...COMMANDS.keys()] : members));
    return 0;
  }
  const known = [...COMMANDS.keys(), ...[...COMMANDS.keys()].map((name) => name.split(' ')[0] ?? '')];
  const meant = nearest(words.join(' '), known) ?? nearest(group, known);
  const hint = members.length > 0 ? `expected ${members.join(', ')}` : meant && `did you mean "${meant}"?`;
  const sentence = [`no command "${words.join(' ')}"`, ...(hint ? [hint] : []), 'see witness --help'].join(
    '; ',
  );
  process.stderr.write(plainText(`witness: ${sentence}\n`));
  return 2;
}

/** What stands before `--` is ours; what follows is not. */
function beforeRest(args: string[]): string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

function explain(name: string, command: Command, error: unknown): number {
  if (process.env.WITNESS_DEBUG) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(plainText(`witness ${name}: ${message}\n`));
  if (!(error instanceof UsageError)) return 1;
  process.stderr.write(`usage: witness ${name} ${command.usage}\n`);
  return 2;
}
