import type { ClockMode } from '../execute.ts';

/** What a shared link carries: enough to see the same run again. */
export interface Shared {
  id: string;
  host: string;
  seed: number;
  clock: ClockMode;
  /** Left out while it is the example's own. */
  code?: string;
}

/** How much code a link may carry, in bytes, once it is unpacked. */
const LONGEST = 1024 * 1024;

/** A link that carries more code than any example has. */
export class TooLong extends Error {
  override message = 'The code in this link is longer than 1 MB and was not opened.';
}

/** The part of an address after `#`. */
export async function toHash({ id, host, seed, clock, code }: Shared): Promise<string> {
  const fields = new URLSearchParams({ example: id, host, seed: String(seed), clock });
  if (code !== undefined) fields.set('code', await pack(code));
  return `#${fields}`;
}

/** What a hash says, or undefined when it is not one of ours or has been damaged. @throws TooLong */
export async function fromHash(hash: string): Promise<Shared | undefined> {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const id = fields.get('example');
  if (id === null) return undefined;
  const clock = fields.get('clock');
  const seed = Number(fields.get('seed'));
  const packed = fields.get('code');
  const code = packed === null ? undefined : await unpack(packed);
  if (packed !== null && code === undefined) return undefined;
  return {
    id,
    host: fields.get('host') ?? 'memory',
    seed: Number.isSafeInteger(seed) && seed > 0 ? seed : 1,
    clock: clock === 'stopped' || clock === 'real' ? clock : 'skip',
    ...(code === undefined ? {} : { code }),
  };
}

async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function unpack(packed: string): Promise<string | undefined> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream('deflate-raw'), LONGEST);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (reason) {
    if (reason instanceof TooLong) throw reason;
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  longest = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > longest) {
      await reader.cancel();
      throw new TooLong();
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
