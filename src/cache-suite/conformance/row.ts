import type { Backend } from '../../cache/contract.ts';
import type { TestGuest } from './test-guest.ts';

/** Where a promise comes from. */
export type Source =
  /** Minutes by their date, and words that stand in them. */
  | { meeting: string; quote: string }
  /** An item of the interface, whose documentation says it. */
  | { wit: string }
  /** A question that the interface leaves open: the anchor of our decision. */
  | { decision: string };

/** One promise of the cache, and how to find out whether a backend keeps it. */
export interface Row {
  /** `<group>/<name>`. */
  id: string;
  /** One sentence in the present tense. */
  statement: string;
  source: Source;
  /** Whether every cache must keep it. Of the others, a backend may name those that it does not, with a reason. */
  must: boolean;
  /** Whether it lets time pass. */
  timed?: true;
  /** Throws, with what it saw, when the promise is broken. */
  test(bench: Bench): Promise<void>;
}

/** A backend to try, empty and used by nobody else, and ways to use it. */
export interface Bench {
  backend: Backend;
  /** A guest with a host of its own. */
  guest(limits?: { keyBytes?: number; valueBytes?: number; handles?: number }): TestGuest;
  /** Lets time pass for the backend. */
  pass(ms: number): Promise<void>;
  /** How long a vacancy lives. */
  vacancyMs: number;
  /** A time to live that is long enough for a few calls, and short enough to wait for. */
  ttlMs: number;
}

/** Says what was seen, if it is not what was promised. */
export function check(kept: boolean, seen: string): asserts kept {
  if (!kept) throw new Error(seen);
}

/** A value as text, for comparison and for messages. */
export function shown(bytes: Uint8Array | undefined): string {
  return bytes ? JSON.stringify(new TextDecoder().decode(bytes.subarray(0, 40))) : 'nothing';
}

/** Text as bytes. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
