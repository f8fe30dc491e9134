/** A class of wasi:io as the cache's host brings it; a stream made here has to be of that class. */
export interface StreamClass {
  prototype: object;
}

/** An output stream that takes everything at once. */
export function byteSink(OutputStream: StreamClass, receive: (bytes: Uint8Array) => void): object {
  return made(OutputStream, {
    checkWrite: () => 1_048_576n,
    write: receive,
    flush: () => {},
    blockingFlush: () => {},
    blockingWriteAndFlush: receive,
    [Symbol.dispose]: () => {},
  });
}

/** An input stream over bytes that are all there. At their end it throws what jco takes for `closed`. */
export function byteSource(InputStream: StreamClass, bytes: Uint8Array): object {
  let at = 0;
  const read = (length: bigint): Uint8Array => {
    if (at >= bytes.length) throw Object.assign(new Error('closed'), { payload: { tag: 'closed' } });
    const piece = bytes.subarray(at, at + Number(length));
    at += piece.length;
    return piece;
  };
  return made(InputStream, { read, blockingRead: read, [Symbol.dispose]: () => {} });
}

/** A pollable that is ready when a promise has settled. */
export function promisePollable(Pollable: StreamClass, promise: Promise<unknown>): object {
  let ready = false;
  const settled = promise.then(
    () => {
      ready = true;
    },
    () => {
      ready = true;
    },
  );
  return made(Pollable, {
    ready: () => ready,
    block: () => (ready ? undefined : settled),
    [Symbol.dispose]: () => {},
  });
}

/** An object of a class, made without its constructor, whose methods are these. */
function made(type: StreamClass, methods: object): object {
  const descriptors = Object.getOwnPropertyDescriptors(methods);
  return Object.create(type.prototype, descriptors);
}
