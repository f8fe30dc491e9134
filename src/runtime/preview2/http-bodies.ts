import type { IncomingMessage } from 'node:http';
import type { Writable } from 'node:stream';
import { Fields, fromRaw, type Header } from './http-fields.ts';
import { NodeInputStream } from './input-stream.ts';
import { failure, HostPollable, settled } from './io.ts';
import { NodeOutputStream } from './output-stream.ts';

/** The resource `future-trailers`: there when the body has been read to its end. */
export class FutureTrailers {
  readonly #ended: Promise<void>;
  readonly #message: IncomingMessage;
  #taken = false;

  constructor(message: IncomingMessage) {
    this.#message = message;
    this.#ended = new Promise((resolve) => {
      if (message.readableEnded || message.destroyed) resolve();
      else for (const event of ['end', 'close', 'error']) message.once(event, () => resolve());
    });
  }

  subscribe(): HostPollable {
    return new HostPollable(settled(this.#ended));
  }

  get(): object | undefined {
    const { readableEnded, destroyed, rawTrailers } = this.#message;
    if (!readableEnded && !destroyed) return undefined;
    if (this.#taken) return { tag: 'err', val: undefined };
    this.#taken = true;
    if (!readableEnded) return { tag: 'ok', val: { tag: 'err', val: { tag: 'connection-terminated' } } };
    const trailers = rawTrailers.length > 0 ? Fields.received(fromRaw(rawTrailers)) : undefined;
    return { tag: 'ok', val: { tag: 'ok', val: trailers } };
  }
}

/** The resource `incoming-body`. */
export class IncomingBody {
  readonly #message: IncomingMessage;
  #taken = false;

  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  static finish(body: IncomingBody): FutureTrailers {
    // What the guest does not read is of no use to anybody, and would hold the trailers back.
    if (!body.#message.readableEnded) body.#message.resume();
    return new FutureTrailers(body.#message);
  }

  stream(): NodeInputStream {
    if (this.#taken) throw failure(undefined);
    this.#taken = true;
    return new NodeInputStream(this.#message);
  }
}

/** Where the body of a message goes once its headers are on their way. */
export interface BodySink {
  writable: Writable;
  /** The body is complete; `trailers` follow it. */
  end(trailers: Header[]): void;
  /** The body was dropped before it was complete. */
  abort(): void;
}

/** The resource `outgoing-body`. Until it is connected to a sink, one buffer's worth of it is held. */
export class OutgoingBody {
  readonly #sink: BodySink;
  readonly #length: number | undefined;
  #written = 0;
  #taken = false;
  #finished = false;

  /** @param length what the message's `content-length` says, if it has one. */
  constructor(sink: BodySink, length: number | undefined) {
    this.#sink = sink;
    this.#length = length;
    const { writable } = sink;
    const write = writable.write.bind(writable) as (...args: unknown[]) => boolean;
    Object.assign(writable, {
      write: (chunk: Uint8Array, ...rest: unknown[]) => {
        this.#written += chunk.length;
        return write(chunk, ...rest);
      },
    });
  }

  static finish(body: OutgoingBody, trailers: Fields | undefined): void {
    if (body.#length !== undefined && body.#length !== body.#written) {
      body.#sink.abort();
      body.#finished = true;
      throw failure({ tag: 'HTTP-request-body-size', val: BigInt(body.#written) });
    }
    body.#finished = true;
    body.#sink.end(trailers?.entries() ?? []);
  }

  write(): NodeOutputStream {
    if (this.#taken) throw failure(undefined);
    this.#taken = true;
    return new NodeOutputStream(this.#sink.writable);
  }

  [Symbol.dispose](): void {
    if (!this.#finished) this.#sink.abort();
    this.#finished = true;
  }
}
