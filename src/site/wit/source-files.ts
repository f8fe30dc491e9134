import type { SourceFile } from '../../problem.ts';
import { allItems, highlight, type Part, type Source } from '../../wit/index.ts';
import type { Content } from '../content.ts';
import { remember } from '../remember.ts';
import { anchorOf, itemPath, packagePath } from './addresses.ts';

/** One file of a package, or the part of a file that the package is nested in. */
export interface PackageFile {
  /** The last part of its page's address: the file's name, without what an address cannot hold. */
  name: string;
  /** As it was read. */
  path: string;
  /** The number of the first line that belongs to the package. */
  first: number;
  /** The lines, each as coloured and linked parts. */
  lines: Part[][];
  text: string;
}

/** What `sources.json` of a package holds. */
export interface PackageSources {
  package: string;
  /** The folders of the packages that it uses, from the site's root. */
  uses: string[];
  /** Lines stand where they do in the file, even when only a part of it belongs to the package. */
  files: SourceFile[];
}

const files: (content: Content) => Map<string, PackageFile[]> = remember(({ resolved }) => {
  const highlighted = new Map<unknown, Part[][]>();
  return new Map(
    resolved.packages.map((pkg) => {
      const taken = new Set<string>();
      const own = pkg.files.map((ast): PackageFile => {
        const all = highlighted.get(ast) ?? linesOf(highlight(ast, resolved));
        highlighted.set(ast, all);
        const nested = pkg.headers.find(
          (header) => 'items' in header && 'kind' in header && ast.items.includes(header),
        );
        const before = ast.source.text.slice(0, nested?.start ?? 0);
        const first = before.split('\n').length;
        const last = nested ? ast.source.text.slice(0, nested.end).split('\n').length : all.length;
        const lines = all.slice(first - 1, last);
        return {
          name: freshName(ast.source.path, taken),
          path: ast.source.path,
          first,
          lines,
          text: lines.map((line) => line.map(({ text }) => text).join('')).join('\n'),
        };
      });
      return [pkg.id, own];
    }),
  );
});

/** The files of a package, by its id. */
export function packageFiles(content: Content, id: string): PackageFile[] {
  return files(content).get(id) ?? [];
}

/** Where a place in a package's files is shown. */
export function sourcePath(content: Content, id: string, { path, line }: Source): string {
  const file = packageFiles(content, id).find((one) => one.path === path);
  return file ? `${packagePath(id)}${file.name}/#L${line}` : packagePath(id);
}

/** Where what a file declares is documented, by `line:column` of its name. */
export function declaredIn(content: Content, id: string, path: string): Map<string, string> {
  const pkg = content.packages.find((one) => one.package === id);
  if (!pkg) return new Map();
  return new Map(
    [...allItems(pkg)]
      .filter(({ source, kind }) => source.path === path && kind !== 'package')
      .map((item) => [
        `${item.source.line}:${item.source.column}`,
        itemPath(item, anchorOf(item.kind, item.address)),
      ]),
  );
}

function linesOf(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    for (const [at, text] of part.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...part, text });
    }
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** A name with a dot in it: no interface and no world is called so. */
function freshName(path: string, taken: Set<string>): string {
  const plain = (path.split(/[\\/]/).at(-1) ?? '').replace(/[^\w.@-]+/g, '-').replace(/^[.-]+/, '');
  const base = plain.includes('.') ? plain : `${plain || 'file'}.wit`;
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = base.replace(/(\.[^.]*)$/, `-${count}$1`);
  taken.add(name);
  return name;
}
