import { Body } from './body.ts';
import { Bucket } from './bucket.ts';
import { describe, fail, KeyvalueError } from './failure.ts';
import { FutureExistsResult, FutureGetOrSetResult, FutureGetResult, FutureResult } from './futures.ts';
import type { GuestState } from './guest-state.ts';
import { IncomingValue } from './incoming-value.ts';
import { InputStream } from './input-stream.ts';
import { OutgoingValue } from './outgoing-value.ts';
import { OutputStream } from './output-stream.ts';
import { Pollable } from './poll.ts';
import { IoError } from './stream-error.ts';
import { VacancyResource } from './vacancy-resource.ts';

/** The classes of a host's resources. */
export interface Classes {
  Bucket: typeof Bucket & { openBucket(name: string): Bucket };
  FutureExistsResult: typeof FutureExistsResult;
  FutureGetOrSetResult: typeof FutureGetOrSetResult;
  FutureGetResult: typeof FutureGetResult;
  FutureResult: typeof FutureResult;
  IncomingValue: typeof IncomingValue;
  InputStream: typeof InputStream;
  IoError: typeof IoError;
  KeyvalueError: typeof KeyvalueError;
  OutgoingValue: typeof OutgoingValue & { newOutgoingValue(): OutgoingValue };
  OutputStream: typeof OutputStream;
  Pollable: typeof Pollable;
  Vacancy: typeof VacancyResource;
}

/** The classes for one guest: those with static functions need to know it. */
export function classesFor(guest: () => GuestState): Classes {
  return {
    Bucket: class extends Bucket {
      static openBucket(name: string): Bucket {
        return fail(guest(), describe('open-bucket', name, 'a cache has no buckets'));
      }
    },
    OutgoingValue: class extends OutgoingValue {
      static newOutgoingValue(): OutgoingValue {
        const owner = guest();
        const body = new Body(owner, 'outgoing-value-write-body', undefined);
        const refusal = owner.refusal();
        if (refusal) body.fail(new Error(refusal));
        return new owner.classes.OutgoingValue(owner, body);
      }
    },
    FutureExistsResult,
    FutureGetOrSetResult,
    FutureGetResult,
    FutureResult,
    IncomingValue,
    InputStream,
    IoError,
    KeyvalueError,
    OutputStream,
    Pollable,
    Vacancy: VacancyResource,
  };
}
