import type { Backend } from '../contract.ts';
import { Body, type Target } from '../host/body.ts';
import type { GuestState } from '../host/guest-state.ts';
import { dispose } from '../host/resource.ts';
import { Later } from '../later.ts';
import { type AsyncError, type AsyncResult, failure } from './failure.ts';

/** A value on its way from the guest: a stream as jco hands it to a host, and a future of whether it is whole. */
export type IncomingBody = [GuestStream, PromiseLike<AsyncResult>];

export interface GuestStream {
  read(options: { count: number }): Promise<{ done?: boolean; value?: ArrayLike<number> }>;
  [Symbol.dispose]?(): void;
}

interface Order {
  operation: string;
  key: string;
  value: IncomingBody;
  /** Why nothing may be stored, if that is so: then nothing is read either. */
  refusal: string | undefined;
}

const CHUNK = 65_536;

/** Stores what the guest streams. It is read no faster than the store takes it, and nobody sees a part of it. */
export async function storeBody(
  guest: GuestState,
  { operation, key, value, refusal }: Order,
  target: (backend: Backend) => Target,
): Promise<void> {
  const [stream] = value;
  const body = new Body(guest, operation, key);
  try {
    if (refusal) throw new Error(refusal);
    const stored = guest.limited(Later.from(Promise.resolve(body.attach(target(guest.backend)))));
    copy(value, body).catch((error: unknown) => body.fail(error));
    await stored;
  } catch (error) {
    throw failure(operation, key, error);
  } finally {
    body.abandon();
    stream[dispose]?.();
  }
}

/** Passes the stream on to a body: one that comes in a single piece is stored in one. */
async function copy([stream, whole]: IncomingBody, body: Body): Promise<void> {
  let first: Uint8Array | undefined;
  let isOpen = false;
  for (let piece = await next(stream); piece; piece = await next(stream)) {
    if (!first) {
      first = piece;
      continue;
    }
    if (!isOpen) {
      body.open();
      body.write(first);
      isOpen = true;
    }
    await body.work;
    body.write(piece);
    await body.work;
  }
  const result = await whole;
  if (result.tag === 'err') throw new Error(reasonOf(result.val));
  if (isOpen) body.finish();
  else await body.writeWhole(first ?? new Uint8Array());
}

async function next(stream: GuestStream): Promise<Uint8Array | undefined> {
  for (;;) {
    const { done, value } = await stream.read({ count: CHUNK });
    if (done) return undefined;
    if (value?.length) return Uint8Array.from(value);
  }
}

function reasonOf(error: AsyncError): string {
  return `the value was given up: ${error.trace}`;
}
