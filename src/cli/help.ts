import { COMMANDS } from './commands.ts';
import type { Command } from './define-command.ts';

/** What one command does, and what each of its options means. */
export function commandHelp(name: string, { usage, summary, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, about }]): [string, string] => [
    `--${option}${value === undefined ? '' : ` ${value}`}`,
    about,
  ]);
  const width = Math.min(28, Math.max(...rows.map(([left]) => left.length)));
  const lines = rows.flatMap(([left, about]) =>
    left.length > width
      ? [`  ${left}`, `  ${' '.repeat(width)}  ${about}`]
      : [`  ${left.padEnd(width)}  ${about}`],
  );
  return `${[`witness ${name} ${usage}`, '', summary, '', ...lines].join('\n')}\n`;
}

/** Some commands, two lines each. */
export async function listHelp(names: readonly string[]): Promise<string> {
  const lines = ['witness: minutes, WIT and criteria as one site with evidence', ''];
  for (const name of names) {
    const loaded = await COMMANDS.get(name)?.();
    if (loaded) lines.push(`  witness ${name} ${loaded.command.usage}`, `      ${loaded.command.summary}`);
  }
  return `${lines.join('\n')}\n`;
}
