import { type CommandParser, defineScript } from 'redis';

/**
 * The writes of the Redis backend. A script runs as a whole or not at all, so a value and the vacancy of its key never
 * disagree. Keys of one script share a hash tag, and with it a slot.
 *
 * The time to live arrives in milliseconds, empty for none; zero stores nothing and still removes what was there.
 */

/** Stores ARGV[1] and ends the vacancy, telling those who wait. */
const STORE = `
  local function store()
    if ARGV[2] == '' then redis.call('SET', KEYS[1], ARGV[1])
    elseif ARGV[2] == '0' then redis.call('UNLINK', KEYS[1])
    else redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
    if redis.call('DEL', KEYS[2]) == 1 then redis.call('PUBLISH', ARGV[3], ARGV[4]) end
  end`;

const holds = (token: number) => `redis.call('GET', KEYS[2]) == ARGV[${token}]`;

const set = script(2, `${STORE} store() return 1`);

const fill = script(2, `${STORE} if ${holds(5)} then store() return 1 end return 0`);

/**
 * Gives a body that was written as a hash its place. ARGV: number of bytes, ttl, channel, message, token or '', number
 * of parts: if the body was left alone for too long, some have gone.
 */
const place = script(
  3,
  `
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
  return 1`,
);

/** ARGV: channel, message. */
const remove = script(
  2,
  `redis.call('UNLINK', KEYS[1])
  if redis.call('DEL', KEYS[2]) == 1 then redis.call('PUBLISH', ARGV[1], ARGV[2]) end
  return 1`,
);

/** ARGV: token, channel, message. KEYS[1] is the value, as everywhere. */
const drop = script(
  2,
  `if ${holds(1)} then
    redis.call('DEL', KEYS[2])
    redis.call('PUBLISH', ARGV[2], ARGV[3])
    return 1
  end
  return 0`,
);

/** ARGV: token, milliseconds. */
const renew = script(2, `if ${holds(1)} then return redis.call('PEXPIRE', KEYS[2], ARGV[2]) end return 0`);

/** ARGV: token, milliseconds. The value, or the identity and size of a large one, or 1 for given, or how long it is taken. */
const take = script(
  2,
  `local kind = redis.call('TYPE', KEYS[1]).ok
  if kind == 'string' then return { 'value', redis.call('GET', KEYS[1]) } end
  if kind == 'hash' then return { 'large', redis.call('HGET', KEYS[1], 'id'), redis.call('HGET', KEYS[1], 'size') } end
  if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return { 'vacant' } end
  return { 'taken', tostring(redis.call('PTTL', KEYS[2])) }`,
);

export const scripts = { set, fill, place, remove, drop, renew, take };

/** The client sends a script's digest, and its text only to a server that does not know it. */
function script(keys: number, text: string) {
  return defineScript({
    SCRIPT: text.trim(),
    NUMBER_OF_KEYS: keys,
    IS_READ_ONLY: false,
    parseCommand(parser: CommandParser, names: string[], args: (string | Buffer)[]) {
      for (const name of names) parser.pushKey(name);
      parser.push(...args);
    },
    transformReply: (reply: unknown) => reply,
  });
}
