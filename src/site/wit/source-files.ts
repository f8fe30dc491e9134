import type { SourceFile } from '../../problem.ts';
import { allItems, highlight, type Part, type Source } from '../../wit/index.ts';
import { addressPart } from '../address-part.ts';
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
  return new Map(
    resolved.packages.map((pkg) => {
      const taken = new Set<string>();
      const own = pkg.files.map((ast): PackageFile => {
        const { path, text } = ast.source;
        const nested = pkg.headers.find((header) => 'items' in header && ast.items.includes(header));
        const start = text.lastIndexOf('\n', (nested?.start ?? 0) - 1) + 1;
        const end = nested ? text.indexOf('\n', nested.end) : -1;
        return {
          name: freshName(path, taken),
          path,
          first: text.slice(0, start).split('\n').length,
          text: end === -1 ? text.slice(start) : text.slice(start, end),
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

/** The lines of a file, each as coloured and linked parts. They are many: made when a page is, and not kept. */
export function fileLines(
  { resolved }: Pick<Content, 'resolved'>,
  { path, first, text }: PackageFile,
): Part[][] {
  const ast = resolved.packages.flatMap(({ files: own }) => own).find(({ source }) => source.path === path);
  const all = ast ? linesOf(highlight(ast, resolved)) : [];
  return all.slice(first - 1, first - 1 + text.replace(/\n$/, '').split('\n').length);
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
  const base = addressPart(plain.includes('.') ? plain : `${plain || 'file'}.wit`);
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1)
    name = base.replace(/(\.[^.]*)$/, `-${count}$1`);
  taken.add(name.toLowerCase());
  return name;
}
