import { packText, unpackText } from '../../packed-text.ts';
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

/** The part of an address after `#`. */
export async function toHash({ id, host, seed, clock, code }: Shared): Promise<string> {
  const fields = new URLSearchParams({ example: id, host, seed: String(seed), clock });
  if (code !== undefined) fields.set('code', await packText(code));
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
  const code = packed === null ? undefined : await unpackText(packed);
  if (packed !== null && code === undefined) return undefined;
  return {
    id,
    host: fields.get('host') ?? 'memory',
    seed: Number.isSafeInteger(seed) && seed > 0 ? seed : 1,
    clock: clock === 'stopped' || clock === 'real' ? clock : 'skip',
    ...(code === undefined ? {} : { code }),
  };
}
