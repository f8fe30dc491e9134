import { type Bytes, Malformed } from './bytes.ts';

/** What an import or export is, as far as a reader of interfaces wants to know. */
export type Extern =
  | { kind: 'instance' | 'type'; type: number }
  | { kind: 'function' | 'other' | 'resource' };

/** A type of the component's own index space: the names that an instance exports, or anything else. */
export type ShapeType = { functions: string[]; resources: string[] } | null;

/**
 * Reads one `deftype` of a component, of which only instance types are kept.
 * Format: https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md#type-definitions
 */
export function readType(bytes: Bytes): ShapeType {
  const kind = bytes.byte();
  if (kind === 0x42) return readInstanceType(bytes);
  if (kind === 0x41) bytes.list(() => readDeclaration(bytes));
  else if (kind === 0x40 || kind === 0x43) readFunction(bytes);
  else if (kind === 0x3f) readResource(bytes);
  else readDefined(kind, bytes);
  return null;
}

function readInstanceType(bytes: Bytes): ShapeType {
  const functions: string[] = [];
  const resources: string[] = [];
  bytes.list(() => {
    const declared = readDeclaration(bytes);
    if (declared?.extern.kind === 'function') functions.push(declared.name);
    if (declared?.extern.kind === 'resource') resources.push(declared.name);
  });
  return { functions, resources };
}

/** One declaration of an instance or component type; the name and kind of what it exports. */
function readDeclaration(bytes: Bytes): { name: string; extern: Extern } | undefined {
  const kind = bytes.byte();
  if (kind === 0x01) readType(bytes);
  else if (kind === 0x02) readAlias(bytes);
  else if (kind === 0x03) readNamed(bytes);
  else if (kind === 0x04) return readNamed(bytes);
  else throw new Malformed(`unknown declaration 0x${kind.toString(16)} at ${bytes.at - 1}`);
  return undefined;
}

function readNamed(bytes: Bytes): { name: string; extern: Extern } {
  return { name: readName(bytes), extern: readExtern(bytes) };
}

/** A name of an import or export; version suffixes and labels that follow it are passed over. */
export function readName(bytes: Bytes): string {
  const form = bytes.byte();
  if (form > 0x02) throw new Malformed(`unknown kind of name 0x${form.toString(16)} at ${bytes.at - 1}`);
  const name = bytes.text();
  if (form === 0x02)
    bytes.list(() => {
      bytes.byte();
      return bytes.text();
    });
  return name;
}

export function readExtern(bytes: Bytes): Extern {
  const kind = bytes.byte();
  switch (kind) {
    case 0x00:
      bytes.byte();
      bytes.u32();
      return { kind: 'other' };
    case 0x01:
      bytes.u32();
      return { kind: 'function' };
    case 0x02:
      if (bytes.byte() === 0x00) bytes.u32();
      else readValue(bytes);
      return { kind: 'other' };
    case 0x03:
      return bytes.byte() === 0x00 ? { kind: 'type', type: bytes.u32() } : { kind: 'resource' };
    case 0x04:
      bytes.u32();
      return { kind: 'other' };
    case 0x05:
      return { kind: 'instance', type: bytes.u32() };
    default:
      throw new Malformed(`unknown kind of import 0x${kind.toString(16)} at ${bytes.at - 1}`);
  }
}

/** What an alias names: the sort of the component's index space that it adds to. */
export function readAlias(bytes: Bytes): number {
  const sort = readSort(bytes);
  const target = bytes.byte();
  bytes.u32();
  if (target === 0x02) bytes.u32();
  else bytes.text();
  return sort;
}

/** A sort, with -1 for all those of core modules. */
export function readSort(bytes: Bytes): number {
  const sort = bytes.byte();
  if (sort !== 0x00) return sort;
  bytes.byte();
  return -1;
}

function readFunction(bytes: Bytes): void {
  bytes.list(() => {
    bytes.text();
    readValue(bytes);
  });
  if (bytes.byte() === 0x00) readValue(bytes);
  else bytes.byte();
}

function readResource(bytes: Bytes): void {
  bytes.byte();
  if (bytes.byte() === 0x01) bytes.u32();
}

/** A value type is a primitive's byte or the index of a type: both end like a number in LEB128. */
function readValue(bytes: Bytes): void {
  while (bytes.byte() >= 0x80);
}

function readOptional(bytes: Bytes): void {
  if (bytes.byte() === 0x01) readValue(bytes);
}

function readDefined(kind: number, bytes: Bytes): void {
  if ((kind >= 0x73 && kind <= 0x7f) || kind === 0x64) return;
  const read = DEFINED.get(kind);
  if (!read) throw new Malformed(`unknown type 0x${kind.toString(16)} at ${bytes.at - 1}`);
  read(bytes);
}

const one = (bytes: Bytes) => readValue(bytes);
const two = (bytes: Bytes) => {
  readValue(bytes);
  readValue(bytes);
};
const names = (bytes: Bytes) => {
  bytes.list(() => bytes.text());
};

/** What follows the byte of a type: record, variant, list, option, own, borrow, list of a length, map, tuple, … */
const DEFINED = new Map<number, (bytes: Bytes) => void>([
  [
    0x72,
    (bytes) => {
      bytes.list(() => {
        bytes.text();
        readValue(bytes);
      });
    },
  ],
  [
    0x71,
    (bytes) => {
      bytes.list(() => {
        bytes.text();
        readOptional(bytes);
        readOptional(bytes);
      });
    },
  ],
  [0x70, one],
  [0x6b, one],
  [0x69, one],
  [0x68, one],
  [0x67, two],
  [0x63, two],
  [
    0x6f,
    (bytes) => {
      bytes.list(() => readValue(bytes));
    },
  ],
  [0x6e, names],
  [0x6d, names],
  [
    0x6a,
    (bytes) => {
      readOptional(bytes);
      readOptional(bytes);
    },
  ],
  [0x66, readOptional],
  [0x65, readOptional],
]);
