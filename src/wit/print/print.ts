import { commentsAbove } from '../describe/docs.ts';
import { packageOfPath } from '../resolve/package-name.ts';
import type { Ast, TopLevelItem } from '../syntax/ast.ts';
import { atomsOf } from './print-atoms.ts';
import { Printer } from './print-items.ts';

/**
 * Canonical WIT of a file, or of the files of a package as one. It parses to the same model, keeps every
 * comment where it belongs, and printed again it stays as it is. The files must have been read without errors.
 * Blank lines that stand between items stay, at most one at a time.
 */
export function print(...files: Ast[]): string {
  const headed =
    files.find(({ header, tokens }) => header && commentsAbove(tokens, header.start).length > 0) ??
    files.find(({ header }) => header);
  const ordered = headed ? [headed, ...files.filter((file) => file !== headed)] : files;
  const printed = new Set<string>();
  const texts = ordered.map((file, index) => {
    const repeated = file.items.filter((item) => isRepeated(item, printed));
    return new Printer(file, atomsOf(file, { withoutHeader: index > 0, without: repeated })).file();
  });
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}

/** Whether a `use` at the top of a file has been seen in another file, so that together one is enough. */
function isRepeated(item: TopLevelItem, seen: Set<string>): boolean {
  if (item.kind !== 'top-level-use') return false;
  const key = useText(item);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function useText({ path, as }: TopLevelItem & { kind: 'top-level-use' }): string {
  return `${packageOfPath(path)}/${path.name.name} as ${(as ?? path.name).name}`;
}

/**
 * A name that would mean two things if the files of a package were printed as one, since each file has a scope
 * of its own for `use`; undefined when they can be.
 */
export function clash(files: readonly Ast[]): string | undefined {
  const meanings = new Map<string, string>();
  for (const item of files.flatMap(({ items }) => items)) {
    if (item.kind === 'package') continue;
    const name = item.kind === 'top-level-use' ? (item.as ?? item.path.name).name : item.name.name;
    const meaning = item.kind === 'top-level-use' ? useText(item) : 'its declaration';
    const other = meanings.get(name);
    if (other !== undefined && other !== meaning) return name;
    meanings.set(name, meaning);
  }
  return undefined;
}
