import { commentsAbove } from '../describe/docs.ts';
import type { Ast, NestedPackage, PackageHeader, PackageId, TopLevelItem } from '../syntax/ast.ts';
import type { Log } from './log.ts';
import { packageText } from './package-name.ts';

/** The items of one file that belong to a package: each file is a scope of its own for top-level `use`. */
export interface DeclList {
  file: Ast;
  items: TopLevelItem[];
}

/** A package as it is written: its name and its parts. */
export interface PackageSource {
  id: PackageId;
  text: string;
  headers: { file: Ast; header: PackageHeader | NestedPackage }[];
  lists: DeclList[];
  /** Index of the folder or file that it came in. */
  group: number;
  isMain: boolean;
}

/**
 * The packages in folders or files: in each the one that its headers name, and those nested in it.
 * Nested ones come first, as the reference tool has it.
 */
export function gatherPackages(groups: readonly (readonly Ast[])[], log: Log): PackageSource[] {
  return groups.flatMap((files, group) => gatherGroup(files, group, log));
}

function gatherGroup(files: readonly Ast[], group: number, log: Log): PackageSource[] {
  const nested: PackageSource[] = [];
  const lists: DeclList[] = [];
  const headers: { file: Ast; header: PackageHeader }[] = [];
  for (const file of files) {
    const items: TopLevelItem[] = [];
    for (const item of file.items) {
      if (item.kind !== 'package') items.push(item);
      else nested.push(nestedPackage(file, item, group));
    }
    lists.push({ file, items });
    if (file.header) headers.push({ file, header: file.header });
  }
  const [first] = headers;
  if (!first) {
    const [file] = files;
    if (!file) return nested;
    if (!files.some(({ hasBadHeader }) => hasBadHeader)) reportMissing(file, log);
    const name = { name: '', file, ...NOWHERE };
    const id = { namespace: name, name, ...NOWHERE };
    return [...nested, { id, text: '', headers, lists, group, isMain: true }];
  }
  const text = packageText(first.header.id);
  checkHeaders(headers, text, log);
  const last = headers.at(-1) ?? first;
  return [...nested, { id: last.header.id, text, headers, lists, group, isMain: true }];
}

function nestedPackage(file: Ast, item: NestedPackage, group: number): PackageSource {
  const text = packageText(item.id);
  const headers = [{ file, header: item }];
  return { id: item.id, text, headers, lists: [{ file, items: item.items }], group, isMain: false };
}

const NOWHERE = { start: 0, end: 0 };

function reportMissing(file: Ast, log: Log): void {
  const message = 'no `package` header was found in any WIT file for this package';
  log.at(file, 'missing-package', NOWHERE, message, {
    hint: 'begin a file with `package namespace:name;`',
  });
}

function checkHeaders(headers: { file: Ast; header: PackageHeader }[], name: string, log: Log): void {
  let documented = false;
  for (const { file, header } of headers) {
    const own = packageText(header.id);
    if (own !== name) {
      const message = `package identifier \`${own}\` does not match previous package name of \`${name}\``;
      log.at(file, 'conflicting-package', header.id, message, {
        hint: 'all files of a folder belong to one package; put another package into a folder of its own',
      });
    }
    const [comment] = commentsAbove(file.tokens, header.start);
    if (!comment) continue;
    if (documented) {
      log.at(file, 'multiple-package-docs', comment, "found doc comments on multiple 'package' items", {
        hint: 'document the package in one file; even a `//` comment directly above `package` counts',
      });
    }
    documented = true;
  }
}
