import type { Writable } from 'node:stream';

/** The result of a future of `wasi:cli`: ok, or an `error-code`. */
type Result = { tag: 'ok'; val: undefined } | { tag: 'err'; val: string };

/** A stream of bytes that the guest writes, as jco hands it to a host. */
interface GuestStream {
  read(options: { count: number }): Promise<{ done?: boolean; value?: ArrayLike<number> }>;
  [Symbol.dispose]?(): void;
}

const OK: Result = { tag: 'ok', val: undefined };
const CHUNK = 65_536;

/** `wasi:cli/stdin` 0.3 on this process's standard input. */
export const stdin = {
  readViaStream(): [ReadableStream<Uint8Array>, Promise<Result>] {
    const { promise, resolve } = Promise.withResolvers<Result>();
    const input = process.stdin;
    const stream = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const chunk = await nextChunk();
            if (chunk) return controller.enqueue(new Uint8Array(chunk));
            resolve(OK);
          } catch (error) {
            resolve({ tag: 'err', val: codeOf(error) });
          }
          controller.close();
        },
        // A guest that has read enough: what it left is there for the next stream.
        cancel: () => resolve(OK),
      },
      { highWaterMark: 0 },
    );
    return [stream, promise];

    function nextChunk(): Promise<Buffer | null> {
      const chunk: Buffer | null = input.read();
      if (chunk !== null || input.readableEnded) return Promise.resolve(chunk);
      return new Promise((resolve, reject) => {
        const again = () => {
          input.off('readable', again).off('end', again).off('error', reject);
          nextChunk().then(resolve, reject);
        };
        input.on('readable', again).on('end', again).on('error', reject);
      });
    }
  },
};

export const stdout = { writeViaStream: (stream: GuestStream) => copy(stream, process.stdout) };
export const stderr = { writeViaStream: (stream: GuestStream) => copy(stream, process.stderr) };

/** Writes a guest's stream, no faster than it is taken. */
async function copy(from: GuestStream, to: Writable): Promise<Result> {
  try {
    for (;;) {
      const { done, value } = await from.read({ count: CHUNK });
      if (done) return OK;
      if (value?.length) await written(to, Uint8Array.from(value));
    }
  } catch (error) {
    return { tag: 'err', val: codeOf(error) };
  } finally {
    from[Symbol.dispose]?.();
  }
}

function written(to: Writable, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    to.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE' ? 'pipe' : 'io';
}
