import { randomUUID } from 'node:crypto';
import type { Invalidation } from '../tiered.ts';
import type { ConnectionOptions } from './clients.ts';
import { Connection } from './connection.ts';
import { names } from './names.ts';

export interface RedisInvalidationOptions extends ConnectionOptions {
  /** That of the far store. Default: `witness`. */
  namespace?: string;
}

/**
 * Announces changed keys over Redis. A message reaches those who are connected at that moment, once or not at all: a
 * process that has lost its connection misses what is announced meanwhile, and sees it `freshMs` later, as without.
 */
export function redisInvalidation(options: RedisInvalidationOptions = {}): Invalidation {
  const { changes } = names(options.namespace ?? 'witness');
  const connection = new Connection(options);
  const self = randomUUID();
  return {
    announce(key) {
      connection.call((redis) => redis.publish(changes, `${self} ${key}`)).catch(() => {});
    },
    listen(changed) {
      const heard = (message: string) => {
        const [sender = ''] = message.split(' ', 1);
        if (sender !== self) changed(message.slice(sender.length + 1));
      };
      // Subscribed again with the next connection, where there is none yet.
      connection.subscribe(changes, heard).catch(() => {});
    },
    close: () => connection.close(),
  };
}
