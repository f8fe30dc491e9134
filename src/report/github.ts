import type { Problem } from '../problem.ts';
import { oneLine } from './plain-text.ts';

const COMMAND = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Problems as GitHub workflow commands, one a line, so that a pull request shows them beside its lines.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toGithub(problems: readonly Problem[]): string {
  return problems.map(annotation).join('\n');
}

function annotation(problem: Problem): string {
  const { path, line, column, endLine, endColumn, rule, message, hint } = problem;
  const place = `file=${escapeProperty(path)},line=${line},endLine=${endLine}`;
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  const text = [message, ...(hint ? [hint] : [])].map(escapeData).join('%0A');
  return `::${COMMAND[problem.severity]} ${place}${columns},title=${escapeProperty(rule)}::${text}`;
}

function escapeData(text: string): string {
  return oneLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
