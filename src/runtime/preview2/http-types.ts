import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { type BodySink, FutureTrailers, IncomingBody, OutgoingBody } from './http-bodies.ts';
import { Fields, fromRaw, type Header } from './http-fields.ts';
import { failure, HostPollable, settled } from './io.ts';

/** A variant whose cases may carry a text: methods and schemes. */
export interface Named {
  tag: string;
  val?: string;
}

const METHODS = ['get', 'head', 'post', 'put', 'delete', 'connect', 'options', 'trace', 'patch'];

/** What has headers, and a body that can be taken once. */
class Outgoing {
  readonly fields: Fields;
  /** Where the body goes: it is read by whoever sends the message. */
  readonly stream = new PassThrough();
  /** Trailers when the body is complete; a rejection when it was given up. */
  readonly trailers: Promise<Header[]>;
  /** Whether the guest asked for the body: without one the message has none. */
  bodied = false;
  readonly #end: (trailers: Header[]) => void;
  readonly #abort: (error: Error) => void;

  constructor(fields: Fields) {
    this.fields = fields.lock();
    const { promise, resolve, reject } = Promise.withResolvers<Header[]>();
    promise.catch(() => {});
    this.trailers = promise;
    this.#end = resolve;
    this.#abort = reject;
  }

  headers(): Fields {
    return this.fields;
  }

  body(): OutgoingBody {
    if (this.bodied) throw failure(undefined);
    this.bodied = true;
    const length = this.fields.get('content-length')[0];
    const sink: BodySink = {
      writable: this.stream,
      end: (trailers) => {
        this.#end(trailers);
        this.stream.end();
      },
      abort: () => {
        const error = new Error('the body was dropped before it was finished');
        this.#abort(error);
        this.stream.destroy(error);
      },
    };
    this.stream.on('error', () => {});
    return new OutgoingBody(sink, length && Number(Buffer.from(length).toString('latin1')));
  }
}

/** The resource `outgoing-request`. */
export class OutgoingRequest extends Outgoing {
  #method: Named = { tag: 'get' };
  #path: string | undefined;
  #scheme: Named | undefined;
  #authority: string | undefined;

  method = (): Named => this.#method;
  pathWithQuery = (): string | undefined => this.#path;
  scheme = (): Named | undefined => this.#scheme;
  authority = (): string | undefined => this.#authority;

  setMethod(method: Named): void {
    if (method.tag === 'other' && !/^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(method.val ?? ''))
      throw failure(undefined);
    this.#method = method;
  }

  setPathWithQuery(path: string | undefined): void {
    if (path !== undefined && !/^[/?][\x21-\x7e]*$|^$/.test(path)) throw failure(undefined);
    this.#path = path;
  }

  setScheme(scheme: Named | undefined): void {
    if (scheme?.tag === 'other' && !/^[a-z][a-z0-9+.-]*$/i.test(scheme.val ?? '')) throw failure(undefined);
    this.#scheme = scheme;
  }

  setAuthority(authority: string | undefined): void {
    if (authority !== undefined && !/^[\x21-\x7e]+$/.test(authority)) throw failure(undefined);
    this.#authority = authority;
  }
}

/** The resource `outgoing-response`. */
export class OutgoingResponse extends Outgoing {
  #status = 200;

  statusCode = (): number => this.#status;

  setStatusCode(status: number): void {
    if (status < 100 || status > 599) throw failure(undefined);
    this.#status = status;
  }
}

/** What a handler answers: a response, or the error that there is none. */
export type Answer = { tag: 'ok'; val: OutgoingResponse } | { tag: 'err'; val: Named };

/** The resource `response-outparam`: it is set once. */
export class ResponseOutparam {
  #answer: ((answer: Answer) => void) | undefined;

  constructor(answer: (answer: Answer) => void) {
    this.#answer = answer;
  }

  static set(outparam: ResponseOutparam, answer: Answer): void {
    outparam.#answer?.(answer);
    outparam.#answer = undefined;
  }

  [Symbol.dispose](): void {}
}

/** The resource `incoming-request`. */
export class IncomingRequest {
  readonly #message: IncomingMessage;
  #consumed = false;

  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  method(): Named {
    const method = this.#message.method ?? 'GET';
    const tag = method.toLowerCase();
    return METHODS.includes(tag) ? { tag } : { tag: 'other', val: method };
  }

  pathWithQuery = (): string | undefined => this.#message.url;
  scheme = (): Named => ({ tag: 'HTTP' });
  authority = (): string | undefined => this.#message.headers.host;
  headers = (): Fields => Fields.received(fromRaw(this.#message.rawHeaders));

  consume(): IncomingBody {
    if (this.#consumed) throw failure(undefined);
    this.#consumed = true;
    return new IncomingBody(this.#message);
  }
}

/** The resource `incoming-response`. */
export class IncomingResponse {
  readonly #message: IncomingMessage;
  #consumed = false;

  constructor(message: IncomingMessage) {
    this.#message = message;
  }

  status = (): number => this.#message.statusCode ?? 0;
  headers = (): Fields => Fields.received(fromRaw(this.#message.rawHeaders));

  consume(): IncomingBody {
    if (this.#consumed) throw failure(undefined);
    this.#consumed = true;
    return new IncomingBody(this.#message);
  }
}

/** The resource `future-incoming-response`. */
export class FutureIncomingResponse {
  readonly #settled: Promise<void>;
  #result: { tag: 'ok'; val: IncomingResponse } | { tag: 'err'; val: Named } | undefined;
  #taken = false;

  /** @param response rejects with an error whose payload is an `error-code`. */
  constructor(response: Promise<IncomingMessage>) {
    this.#settled = response.then(
      (message) => {
        this.#result = { tag: 'ok', val: new IncomingResponse(message) };
      },
      (error: Error & { payload?: Named }) => {
        this.#result = { tag: 'err', val: error.payload ?? { tag: 'internal-error', val: error.message } };
      },
    );
  }

  subscribe(): HostPollable {
    return new HostPollable(settled(this.#settled));
  }

  get(): object | undefined {
    if (!this.#result) return undefined;
    if (this.#taken) return { tag: 'err', val: undefined };
    this.#taken = true;
    return { tag: 'ok', val: this.#result };
  }
}

/** The resource `request-options`: times in nanoseconds. */
export class RequestOptions {
  #connect: bigint | undefined;
  #firstByte: bigint | undefined;
  #betweenBytes: bigint | undefined;

  connectTimeout = (): bigint | undefined => this.#connect;
  firstByteTimeout = (): bigint | undefined => this.#firstByte;
  betweenBytesTimeout = (): bigint | undefined => this.#betweenBytes;
  setConnectTimeout(timeout: bigint | undefined): void {
    this.#connect = timeout;
  }
  setFirstByteTimeout(timeout: bigint | undefined): void {
    this.#firstByte = timeout;
  }
  setBetweenBytesTimeout(timeout: bigint | undefined): void {
    this.#betweenBytes = timeout;
  }
}

/** The interface `wasi:http/types` 0.2. */
export const httpTypes = {
  Fields,
  FutureIncomingResponse,
  FutureTrailers,
  IncomingBody,
  IncomingRequest,
  IncomingResponse,
  OutgoingBody,
  OutgoingRequest,
  OutgoingResponse,
  RequestOptions,
  ResponseOutparam,
  httpErrorCode: (error: { cause?: { payload?: unknown } }) => error.cause?.payload,
};
