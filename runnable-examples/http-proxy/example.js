// A proxy in front of one origin, which keeps the answers to GET for a minute.

import { handle as send } from 'wasi:http/outgoing-handler@0.2.0-rc-2023-11-10';
import {
  Fields,
  OutgoingBody,
  OutgoingRequest,
  OutgoingResponse,
  ResponseOutparam,
} from 'wasi:http/types@0.2.0-rc-2023-11-10';
import * as cache from 'wasi:keyvalue/cache@0.1.0';
import { bytes } from '../../src/examples/guest/text.js';
import { wait } from '../../src/examples/guest/wait.js';

export const incomingHandler = {
  handle(request, responseOut) {
    const path = request.pathWithQuery() ?? '/';
    if (request.method().tag !== 'get') {
      return answer(responseOut, 405, 'none', bytes('Only GET is proxied here.\n'));
    }
    const entry = wait(cache.getOrSet(`GET ${path}`));
    if (entry.tag === 'occupied') {
      return answer(responseOut, 200, 'hit', entry.val.incomingValueConsumeSync());
    }
    const { status, body } = ask(path);
    // Only a success is worth keeping. Otherwise the vacancy is dropped, and the next request tries again.
    if (status === 200) keep(entry.val, body);
    else entry.val[Symbol.dispose]();
    return answer(responseOut, status, 'miss', body);
  },
};

/** Fills the vacancy. A cache may have taken it back; then the answer is simply not kept. */
function keep(vacancy, body) {
  try {
    vacancy.vacancyFill(60_000).outgoingValueWriteBodySync(body);
  } catch {}
}

/** Asks the origin, to which the host connects this component. */
function ask(path) {
  const request = new OutgoingRequest(new Fields());
  request.setPathWithQuery(path);
  const future = send(request, null);
  const pollable = future.subscribe();
  pollable.block();
  const result = future.get().val;
  if (result.tag === 'err') return { status: 502, body: bytes(`The origin failed: ${result.val.tag}\n`) };
  const response = result.val;
  return { status: response.status(), body: readAll(response.consume().stream()) };
}

function readAll(stream) {
  let whole = new Uint8Array();
  try {
    for (;;) {
      const piece = stream.blockingRead(65_536);
      const longer = new Uint8Array(whole.length + piece.length);
      longer.set(whole);
      longer.set(piece, whole.length);
      whole = longer;
    }
  } catch (error) {
    if (error.payload?.tag !== 'closed') throw error;
  }
  return whole;
}

function answer(responseOut, status, cacheStatus, body) {
  const response = new OutgoingResponse(Fields.fromList([['x-cache', bytes(cacheStatus)]]));
  response.setStatusCode(status);
  const outgoing = response.body();
  ResponseOutparam.set(responseOut, { tag: 'ok', val: response });
  const stream = outgoing.write();
  stream.blockingWriteAndFlush(body);
  stream[Symbol.dispose]();
  OutgoingBody.finish(outgoing, null);
}
