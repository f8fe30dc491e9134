import { Bytes, Malformed } from './bytes.ts';
import { readAlias, readExtern, readName, readSort, readType, type ShapeType } from './component-types.ts';

/** An interface that a binary imports or exports, and the items of it that stand in the binary's types. */
export interface ShapeInterface {
  /** `wasi:http/types@0.3.0`; for a core module the import's first name, such as `wasi_snapshot_preview1`. */
  name: string;
  /** Functions and resources by their names in the binary, such as `[method]fields.get`. */
  items: string[];
}

/** What a WebAssembly binary asks of its host and offers to it. */
export interface BinaryShape {
  kind: 'component' | 'module';
  imports: ShapeInterface[];
  exports: ShapeInterface[];
}

/** The shape, or why the bytes are none, in a clause that follows "the file": `is no WebAssembly`. */
export type ShapeResult = { shape: BinaryShape } | { error: string };

const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const TYPE_SORT = 0x03;
const INSTANCE_SORT = 0x05;

/** Reads imports and exports of a component or a core module, and looks at nothing else in it. */
export function binaryShape(binary: Uint8Array): ShapeResult {
  if (!MAGIC.every((byte, at) => binary[at] === byte)) return { error: 'is no WebAssembly binary' };
  const version = binary.length < 8 ? -1 : (binary[4] ?? 0) + ((binary[6] ?? 0) << 8);
  const bytes = new Bytes(binary, 8);
  try {
    if (version === 0x01) return { shape: moduleShape(bytes) };
    if (version === 0x010d) return { shape: componentShape(bytes) };
    return { error: 'has a version of the binary format that is not known' };
  } catch (error) {
    if (error instanceof Malformed) return { error: `is damaged: ${error.message}` };
    throw error;
  }
}

function componentShape(bytes: Bytes): BinaryShape {
  const shape: BinaryShape = { kind: 'component', imports: [], exports: [] };
  const types: ShapeType[] = [];
  const imported = (section: Bytes) => {
    const name = readName(section);
    const extern = readExtern(section);
    if (extern.kind === 'resource') types.push(null);
    else if (extern.kind === 'type') types.push(types[extern.type] ?? null);
    const type = extern.kind === 'instance' ? types[extern.type] : undefined;
    const items = type ? [...type.resources, ...type.functions] : [];
    if (extern.kind === 'instance' || extern.kind === 'function') shape.imports.push({ name, items });
  };
  const exported = (section: Bytes) => {
    const name = readName(section);
    const sort = readSort(section);
    section.u32();
    if (section.byte() === 0x01) readExtern(section);
    if (sort === TYPE_SORT) types.push(null);
    if (sort === INSTANCE_SORT || sort === 0x01) shape.exports.push({ name, items: [] });
  };
  for (const { id, body } of sections(bytes)) {
    if (id === 7) body.list(() => types.push(readType(body)));
    else if (id === 6) body.list(() => readAlias(body) === TYPE_SORT && types.push(null));
    else if (id === 10) body.list(() => imported(body));
    else if (id === 11) body.list(() => exported(body));
  }
  return shape;
}

/** https://webassembly.github.io/spec/core/binary/modules.html#import-section */
function moduleShape(bytes: Bytes): BinaryShape {
  const imports = new Map<string, string[]>();
  const exports: ShapeInterface[] = [];
  for (const { id, body } of sections(bytes)) {
    if (id === 2)
      body.list(() => {
        const module = body.text();
        const items = imports.get(module) ?? [];
        imports.set(module, items);
        items.push(body.text());
        readCoreImport(body);
      });
    else if (id === 7)
      body.list(() => {
        exports.push({ name: body.text(), items: [] });
        body.byte();
        body.u32();
      });
  }
  return { kind: 'module', imports: Array.from(imports, ([name, items]) => ({ name, items })), exports };
}

function readCoreImport(bytes: Bytes): void {
  const kind = bytes.byte();
  if (kind === 0x00) bytes.u32();
  else if (kind === 0x01) {
    bytes.byte();
    readLimits(bytes);
  } else if (kind === 0x02) readLimits(bytes);
  else if (kind === 0x03) {
    bytes.byte();
    bytes.byte();
  } else if (kind === 0x04) {
    bytes.byte();
    bytes.u32();
  } else throw new Malformed(`unknown kind of import 0x${kind.toString(16)} at ${bytes.at - 1}`);
}

function readLimits(bytes: Bytes): void {
  const flags = bytes.byte();
  bytes.u32();
  if (flags & 1) bytes.u32();
}

function* sections(bytes: Bytes): Generator<{ id: number; body: Bytes }> {
  while (!bytes.done) {
    const id = bytes.byte();
    yield { id, body: bytes.part(bytes.u32()) };
  }
}
