/** What a client of the cache asked for. A fill or drop ends the vacancy that a `get-or-set` gave. */
export type Operation = 'get' | 'exists' | 'set' | 'delete' | 'get-or-set' | 'fill' | 'drop';

/** What came back. */
export type Outcome =
  /** The bytes that the call with the id `writer` wrote; null for bytes that no call wrote, and `seen` shows them. */
  | { kind: 'value'; writer: number | null; seen?: string }
  | { kind: 'missing' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'vacancy' }
  | { kind: 'done' }
  /** The backend says that this fill had no effect: its vacancy was lost. */
  | { kind: 'refused' }
  /** The client gave the body up before its end: nothing is stored. */
  | { kind: 'abandoned' }
  /** It failed, and may have had its effect all the same, then or later. */
  | { kind: 'error'; message: string }
  /** A value was found, and removed before it could be read to its end. */
  | { kind: 'interrupted' }
  /** Nothing ever came back. */
  | { kind: 'pending' };

/** One operation of a history, with the times between which it took effect. */
export interface Call {
  /** Its own number. A value carries that of the call that wrote it. */
  id: number;
  client: number;
  operation: Operation;
  key: string;
  /**
   * Positions in the one order of all invocations and responses: the call took effect between them. Of a failed call
   * `ended`, and `until`, say by when any effect must have happened; Infinity when that is not known.
   */
  began: number;
  ended: number;
  /** The clock in milliseconds at the invocation and at the response. */
  at: number;
  until: number;
  /** For a set or fill. Undefined: no time to live. */
  ttlMs?: number;
  /** For a fill or drop: the `get-or-set` that gave the vacancy. */
  vacancy?: number;
  outcome: Outcome;
}

/** Whether that call may have stored a value: it was neither refused nor abandoned. */
export function mayHaveWritten({ operation, outcome }: Call): boolean {
  return (
    (operation === 'set' || operation === 'fill') &&
    outcome.kind !== 'refused' &&
    outcome.kind !== 'abandoned'
  );
}

/** `get "k1" (call 7, client 2, 1503 ms)`: how violations name a call. */
export function nameOf(call: Call): string {
  return `${call.operation} ${JSON.stringify(call.key)} (call ${call.id}, client ${call.client}, ${Math.round(call.at)} ms)`;
}
