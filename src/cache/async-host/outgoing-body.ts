import type { LargeValue, Value } from '../contract.ts';
import { describe } from '../host/failure.ts';
import type { GuestState } from '../host/guest-state.ts';
import { type AsyncResult, failure, OK } from './failure.ts';

/** A value on its way to the guest: its bytes, and whether they are all of it. */
export type OutgoingBody = [ReadableStream<Uint8Array>, Promise<AsyncResult>];

const CHUNK = 65_536;

/** A value as the draft's tuple. It is read as the guest asks for it, and no further when the guest has enough. */
export function outgoingBody(guest: GuestState, operation: string, key: string, value: Value): OutgoingBody {
  const size = value instanceof Uint8Array ? value.length : value.size;
  const held = value instanceof Uint8Array ? size : 0;
  try {
    guest.countBytes(held);
  } catch (error) {
    throw failure(operation, key, error);
  }
  guest.handles += 1;
  const { promise, resolve } = Promise.withResolvers<AsyncResult>();
  let at = 0;
  let stop: (() => void) | undefined;
  const end = (result: AsyncResult) => {
    if (!guest.held.delete(open)) return;
    guest.countBytes(-held);
    guest.handles -= 1;
    resolve(result);
  };
  const broken = (cause: unknown): AsyncResult => ({
    tag: 'err',
    val: { trace: describe(operation, key, cause) },
  });
  const open = {
    giveBack() {
      end(broken(guest.closed ?? 'the host of this guest is closed'));
      stop?.();
    },
  };
  guest.held.add(open);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        stop ??= () => controller.close();
        try {
          if (at < size) {
            const piece = await readPiece(value, at, Math.min(CHUNK, size - at));
            if (!guest.held.has(open)) return;
            at += piece.length;
            controller.enqueue(piece);
          }
          if (at < size) return;
          end(OK);
        } catch (error) {
          end(broken(error));
        }
        controller.close();
      },
      cancel: () => end(OK),
    },
    { highWaterMark: 0 },
  );
  return [stream, promise];
}

function readPiece(value: Uint8Array | LargeValue, at: number, length: number) {
  // Copied: the glue may keep a piece, and the bytes are the store's.
  return value instanceof Uint8Array ? value.slice(at, at + length) : value.read(at, length);
}
