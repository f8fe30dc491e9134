import { addressesOf } from '../describe/links.ts';
import type { FuncDef, Resolved } from '../resolve/resolved.ts';
import { type CoreSignature, coreSignature } from './core-signature.ts';
import { typescriptSignature } from './typescript.ts';

export { type CoreSignature, type CoreType, coreSignature } from './core-signature.ts';

/** How a function looks from elsewhere than WIT. */
export interface FunctionViews {
  /** As jco declares it for JavaScript: `get(name: FieldName): Array<FieldValue>`. */
  typescript?: string;
  /** What a core module imports to call it, and exports to offer it. */
  core?: { import: CoreSignature; export: CoreSignature };
}

/** The views of every function that has an address, by `package address`: `wasi:http@0.2.3 wasi:http/types.fields.get`. */
export function functionViews(resolved: Resolved): Map<string, FunctionViews> {
  const { links } = addressesOf(resolved);
  const views = new Map<string, FunctionViews>();
  for (const func of functionsIn(resolved)) {
    const link = func.decl && links.get(func.decl);
    if (!link) continue;
    const typescript = typescriptSignature(resolved, func);
    const core = coreSignature(resolved, func);
    views.set(`${link.package} ${link.address}`, {
      ...(typescript !== undefined && { typescript }),
      ...(core && { core }),
    });
  }
  return views;
}

function* functionsIn(resolved: Resolved): Iterable<FuncDef> {
  for (const { functions } of resolved.interfaces) yield* functions.values();
  for (const { imports, exports } of resolved.worlds) {
    for (const entry of [...imports.values(), ...exports.values()])
      if (entry.kind === 'function') yield entry.function;
  }
}
