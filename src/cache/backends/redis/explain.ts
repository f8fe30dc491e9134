/** What is said of a reply that Redis gives when a key holds something else than a plain value. */
export const WRONG_TYPE = 'Redis holds another kind of value there';

const USE_CLUSTER =
  'this Redis is a node of a cluster: give its address as { cluster: [url] } and not as { url }';

/** What the first word of an error reply means, where that helps. */
const REPLIES: Record<string, string> = {
  NOAUTH: 'Redis asks for a password',
  WRONGPASS: 'Redis refused the user name or the password',
  NOPERM: 'the Redis user may not do this',
  OOM: 'Redis is out of memory',
  LOADING: 'Redis is still loading its data',
  READONLY: 'this Redis is a read-only replica',
  CLUSTERDOWN: 'the Redis cluster is down',
  MASTERDOWN: 'this Redis has lost its primary',
  NOREPLICAS: 'the Redis primary has too few replicas to write',
  MOVED: USE_CLUSTER,
  ASK: USE_CLUSTER,
  CROSSSLOT: USE_CLUSTER,
  MISCONF: 'Redis cannot write to its disk',
  NOSCRIPT: 'Redis has lost a script',
  WRONGTYPE: WRONG_TYPE,
  BUSY: 'Redis is busy with a script',
};

const SOCKETS: Record<string, string> = {
  ECONNREFUSED: 'no Redis answers',
  ECONNRESET: 'the connection to Redis was lost',
  EPIPE: 'the connection to Redis was lost',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ETIMEDOUT: 'the connection took too long',
};

const KINDS: Record<string, string> = {
  ConnectionTimeoutError: 'the connection took too long',
  SocketClosedUnexpectedlyError: 'the connection to Redis was lost',
  SocketTimeoutError: 'the connection to Redis was lost',
  DisconnectsClientError: 'the connection to Redis was lost',
  ClientClosedError: 'the connection to Redis was lost',
  ClientOfflineError: 'there is no connection to Redis',
  RootNodesUnavailableError: 'no node of the Redis cluster answers',
  MaxCommandRedirectionsError: 'the Redis cluster keeps moving the key',
};

/**
 * A few words on the cause, and `where` if that is about the connection. Never the text itself, which may quote keys,
 * values or a password.
 */
export function explain(error: unknown, where: string): string {
  if (!(error instanceof Error)) return 'Redis failed';
  if ('socketError' in error) return explain(error.socketError, where);
  if (/sentinel|npm install redis/.test(error.message)) return error.message;
  const code = 'code' in error ? String(error.code) : '';
  if (code in SOCKETS) return `${SOCKETS[code]}: ${where}`;
  const known = KINDS[error.constructor.name];
  if (known) return known;
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER/.test(code)) return `TLS with ${where} failed (${code})`;
  const word = /^-?([A-Z]+)\b/.exec(error.message)?.[1];
  if (word && word in REPLIES) return REPLIES[word] ?? '';
  return word ? `Redis answered with the error ${word}` : `Redis failed (${error.constructor.name})`;
}
