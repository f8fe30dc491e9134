import type { CacheImports } from '../../../cache/index.ts';
import { byteSink, byteSource, promisePollable } from '../../streams.ts';
import { Fields, failure, type Header } from './fields.ts';

/** A request as it goes over the boundary. */
export interface HttpRequest {
  method: string;
  /** Path and query. */
  path: string;
  headers: Header[];
  body: Uint8Array;
}

export interface HttpResponse {
  status: number;
  headers: Header[];
  body: Uint8Array;
}

/** The server behind the proxy. A rejection is a connection that failed. */
export type Origin = (request: HttpRequest) => Promise<HttpResponse>;

/** The part of wasi:http that a proxy needs, for one incoming request. Bodies are held whole; trailers are not kept. */
export interface HttpHost {
  imports: Record<string, object>;
  /** The arguments of `incoming-handler.handle`. */
  incoming: [request: object, responseOut: object];
  /** What the guest answered, when it has finished its body. Undefined when it never gave an answer. */
  response(): HttpResponse | undefined;
}

const METHODS = ['get', 'head', 'post', 'put', 'delete', 'connect', 'options', 'trace', 'patch'];

export function wasiHttp(cache: CacheImports, request: HttpRequest, origin: Origin): HttpHost {
  const { InputStream, OutputStream } = cache['wasi:io/streams'];
  const { Pollable } = cache['wasi:io/poll'];
  let answered: OutgoingResponse | undefined;

  class FutureTrailers {
    subscribe = () => promisePollable(Pollable, Promise.resolve());
    get = () => ({ tag: 'ok', val: undefined });
  }

  class IncomingBody {
    #bytes: Uint8Array | undefined;
    constructor(bytes: Uint8Array) {
      this.#bytes = bytes;
    }
    static finish = () => new FutureTrailers();
    stream() {
      const bytes = this.#bytes;
      if (!bytes) throw failure(undefined);
      this.#bytes = undefined;
      return byteSource(InputStream, bytes);
    }
  }

  class OutgoingBody {
    #pieces: Uint8Array[] = [];
    #finished = false;
    static finish(body: OutgoingBody) {
      body.#finished = true;
    }
    write() {
      return byteSink(OutputStream, (piece) => this.#pieces.push(piece.slice()));
    }
    /** All that was written, when the body has been finished. */
    bytes(): Uint8Array | undefined {
      return this.#finished ? concat(this.#pieces) : undefined;
    }
  }

  /** What has headers, and a body that can be taken once. */
  class Outgoing {
    readonly fields: Fields;
    content: OutgoingBody | undefined;
    constructor(fields: Fields) {
      this.fields = fields;
    }
    headers() {
      return Fields.immutable(this.fields.entries());
    }
    body() {
      if (this.content) throw failure(undefined);
      this.content = new OutgoingBody();
      return this.content;
    }
  }

  class OutgoingRequest extends Outgoing {
    #method: { tag: string; val?: string } = { tag: 'get' };
    #path: string | undefined;
    #scheme: object | undefined;
    #authority: string | undefined;
    method = () => this.#method;
    pathWithQuery = () => this.#path;
    scheme = () => this.#scheme;
    authority = () => this.#authority;
    setMethod(method: { tag: string; val?: string }) {
      this.#method = method;
    }
    setPathWithQuery(path: string | undefined) {
      if (path !== undefined && !path.startsWith('/')) throw failure(undefined);
      this.#path = path;
    }
    setScheme(scheme: object | undefined) {
      this.#scheme = scheme;
    }
    setAuthority(authority: string | undefined) {
      this.#authority = authority;
    }
  }

  class OutgoingResponse extends Outgoing {
    #status = 200;
    statusCode = () => this.#status;
    setStatusCode(status: number) {
      if (status < 100 || status > 599) throw failure(undefined);
      this.#status = status;
    }
  }

  class ResponseOutparam {
    [Symbol.dispose]() {}
    static set(_param: ResponseOutparam, result: { tag: string; val: OutgoingResponse }) {
      if (result.tag === 'ok') answered = result.val;
    }
  }

  class IncomingRequest {
    method = () => {
      const tag = request.method.toLowerCase();
      return METHODS.includes(tag) ? { tag } : { tag: 'other', val: request.method };
    };
    pathWithQuery = () => request.path;
    scheme = () => ({ tag: 'HTTP' });
    authority = () => undefined;
    headers = () => Fields.immutable(request.headers);
    consume = () => new IncomingBody(request.body);
  }

  class IncomingResponse {
    #response: HttpResponse;
    constructor(response: HttpResponse) {
      this.#response = response;
    }
    status = () => this.#response.status;
    headers = () => Fields.immutable(this.#response.headers);
    consume = () => new IncomingBody(this.#response.body);
  }

  class FutureIncomingResponse {
    #result: object | undefined;
    readonly #settled: Promise<void>;
    constructor(response: Promise<HttpResponse>) {
      this.#settled = response.then(
        (value) => {
          this.#result = { tag: 'ok', val: new IncomingResponse(value) };
        },
        () => {
          this.#result = { tag: 'err', val: { tag: 'connection-refused' } };
        },
      );
    }
    subscribe = () => promisePollable(Pollable, this.#settled);
    get = () => this.#result && { tag: 'ok', val: this.#result };
  }

  class RequestOptions {}

  const send = (outgoing: OutgoingRequest) => {
    const { tag, val } = outgoing.method();
    const response = origin({
      method: (val ?? tag).toUpperCase(),
      path: outgoing.pathWithQuery() ?? '/',
      headers: outgoing.fields.entries(),
      body: outgoing.content?.bytes() ?? new Uint8Array(),
    });
    return new FutureIncomingResponse(response);
  };

  return {
    imports: {
      'wasi:http/types': {
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
        httpErrorCode: () => undefined,
      },
      'wasi:http/outgoing-handler': { handle: send },
    },
    incoming: [new IncomingRequest(), new ResponseOutparam()],
    response() {
      const body = answered?.content?.bytes();
      if (!answered || !body) return undefined;
      return { status: answered.statusCode(), headers: answered.fields.entries(), body };
    },
  };
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
