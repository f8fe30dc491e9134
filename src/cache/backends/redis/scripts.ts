import { createHash } from 'node:crypto';
import type { Commands } from './clients.ts';

/**
 * The writes of the Redis backend. A script runs as a whole or not at all, so a value and the vacancy of its key never
 * disagree. Keys of one script share a hash tag, and with it a slot: KEYS[1] is the value, KEYS[2] the vacancy.
 *
 * The time to live arrives in milliseconds, empty for none; zero stores nothing and still removes what was there.
 */
export interface Script {
  text: string;
  /** Its SHA-1, by which a server that knows it is told to run it. */
  digest: string;
}

/** Stores ARGV[1] and ends the vacancy, telling those who wait. */
const STORE = `
  local function store()
    if ARGV[2] == '' then redis.call('SET', KEYS[1], ARGV[1])
    elseif ARGV[2] == '0' then redis.call('UNLINK', KEYS[1])
    else redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
    if redis.call('DEL', KEYS[2]) == 1 then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
  end`;

const holds = (token: number) => `redis.call('GET', KEYS[2]) == ARGV[${token}]`;

export const set = script(`${STORE} store() return 1`);

export const fill = script(`${STORE} if ${holds(5)} then store() return 1 end return 0`);

/**
 * Gives a body that was written as a hash, KEYS[3], its place. ARGV: number of bytes, ttl, channel, message, token or
 * '', number of parts: if the body was left alone for too long, some have gone.
 */
export const place = script(`
  if ARGV[5] ~= '' and not (${holds(5)}) then
    redis.call('UNLINK', KEYS[3])
    return 0
  end
  if redis.call('HLEN', KEYS[3]) ~= ARGV[6] + 1 then
    redis.call('UNLINK', KEYS[3])
    return -1
  end
  if ARGV[2] == '0' then redis.call('UNLINK', KEYS[1], KEYS[3])
  else
    redis.call('HSET', KEYS[3], 'size', ARGV[1])
    redis.call('UNLINK', KEYS[1])
    redis.call('RENAME', KEYS[3], KEYS[1])
    if ARGV[2] == '' then redis.call('PERSIST', KEYS[1])
    else redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
  end
  if redis.call('DEL', KEYS[2]) == 1 then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
  return 1`);

/** ARGV: channel, message. */
export const remove = script(`
  redis.call('UNLINK', KEYS[1])
  if redis.call('DEL', KEYS[2]) == 1 then redis.call('PUBLISH', ARGV[1], ARGV[2]) end
  return 1`);

/** Removes a damaged value, if it is still there. ARGV: its bytes; or the id of a large one. */
export const discard = script(`
  local kind = redis.call('TYPE', KEYS[1]).ok
  local found = kind == 'string' and redis.call('GET', KEYS[1]) or kind == 'hash' and redis.call('HGET', KEYS[1], 'id')
  if found == ARGV[1] then return redis.call('UNLINK', KEYS[1]) end
  return 0`);

/** ARGV: token, channel, message. */
export const drop = script(`
  if ${holds(1)} then
    redis.call('DEL', KEYS[2])
    redis.call('PUBLISH', ARGV[2], ARGV[3])
    return 1
  end
  return 0`);

/** ARGV: token, milliseconds. */
export const renew = script(
  `if ${holds(1)} then return redis.call('PEXPIRE', KEYS[2], ARGV[2]) end return 0`,
);

/** ARGV: token, milliseconds. The value, or the id and size of a large one, or that it is given, or how long it is taken. */
export const take = script(`
  local kind = redis.call('TYPE', KEYS[1]).ok
  if kind == 'string' then return { 'value', redis.call('GET', KEYS[1]) } end
  if kind == 'hash' then return { 'large', redis.call('HGET', KEYS[1], 'id'), redis.call('HGET', KEYS[1], 'size') } end
  if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return { 'vacant' } end
  return { 'taken', tostring(redis.call('PTTL', KEYS[2])), redis.call('GET', KEYS[2]) }`);

function script(text: string): Script {
  const trimmed = text.trim();
  return { text: trimmed, digest: createHash('sha1').update(trimmed).digest('hex') };
}

/** Runs a script by its digest; its text goes only to a server that does not know it. */
export function run(
  commands: Commands,
  { text, digest }: Script,
  keys: string[],
  args: (string | Buffer)[],
): Promise<unknown> {
  const options = { keys, arguments: args };
  return commands.evalSha(digest, options).catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) return commands.eval(text, options);
    throw error;
  });
}
