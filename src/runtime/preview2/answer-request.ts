import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { pairs } from './http-client.ts';
import { toRaw } from './http-fields.ts';
import { type Answer, IncomingRequest, type OutgoingResponse, ResponseOutparam } from './http-types.ts';

type Handle = (request: IncomingRequest, outparam: ResponseOutparam) => unknown;

/**
 * Lets a handler of 0.2 answer a request; ends when both the handler and the answer have.
 * Rejects when the handler traps, or ends without an answer.
 */
export async function answerRequest2(
  handle: Handle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const handled = Promise.resolve()
    .then(() => handle(new IncomingRequest(request), new ResponseOutparam(resolve)))
    .then(() => reject(new Error('the component gave no answer')));
  handled.catch(reject);
  const answer = await promise;
  if (answer.tag === 'err') throw new Error(`the component answered with the error ${answer.val.tag}`);
  await Promise.all([send(answer.val, response), handled]);
}

async function send(answer: OutgoingResponse, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode(), toRaw(answer.fields.entries()));
  if (!answer.bodied) {
    response.end();
    return;
  }
  response.flushHeaders();
  answer.trailers.then(
    (trailers) => response.addTrailers(pairs(toRaw(trailers))),
    () => {},
  );
  await pipeline(answer.stream, response);
}
