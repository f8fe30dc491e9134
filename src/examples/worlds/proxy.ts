import { type Origin, wasiHttp } from './http/wasi-http.ts';
import { exported, type World } from './world.ts';

/**
 * A handler of `wasi:http/incoming-handler`: it is called with a request line such as `GET /news`. The origin behind
 * it is a stand-in that answers `/missing` with 404 and otherwise counts its answers, in this run.
 */
export function proxy(): World<string> {
  const origin = countingOrigin();
  return ({ cache, print }, line) => {
    const [method = 'GET', path = '/'] = line.split(' ');
    const http = wasiHttp(cache, { method, path, headers: [], body: new Uint8Array() }, origin);
    return {
      imports: http.imports,
      async run(exports) {
        await exported(exports, 'wasi:http/incoming-handler', 'handle')(...http.incoming);
        const response = http.response();
        if (!response) return print(`${line}: no answer`);
        const decoder = new TextDecoder();
        const status = response.headers.find(([name]) => name === 'x-cache')?.[1];
        const body = decoder.decode(response.body).trim();
        print(`${line}: ${response.status}, x-cache: ${decoder.decode(status)}, ${body}`);
      },
    };
  };
}

function countingOrigin(): Origin {
  let answers = 0;
  return async ({ path }) => {
    answers++;
    const found = path !== '/missing';
    const body = found ? `answer ${answers} of the origin` : `nothing here, says answer ${answers}`;
    return { status: found ? 200 : 404, headers: [], body: new TextEncoder().encode(`${body}\n`) };
  };
}
