import type { Clock } from '../clock.ts';
import type { Call, Traced } from '../contract.ts';
import type { Classes } from './classes.ts';
import { dispose, Resource } from './resource.ts';

type Method = (this: unknown, ...args: unknown[]) => unknown;

const CACHE = 'wasi:keyvalue/cache';
const TYPES = 'wasi:keyvalue/types';

/** The methods of each resource that a guest can call, its interface, and its name in WIT. */
const RESOURCES: { [Name in keyof Classes]: [face: string, resource: string, ...methods: string[]] } = {
  Bucket: [TYPES, 'bucket'],
  FutureExistsResult: [CACHE, 'future-exists-result', 'futureExistsResultGet', 'listenToFutureExistsResult'],
  FutureGetOrSetResult: [
    CACHE,
    'future-get-or-set-result',
    'futureGetOrSetResultGet',
    'listenToFutureGetOrSetResult',
  ],
  FutureGetResult: [CACHE, 'future-get-result', 'futureGetResultGet', 'listenToFutureGetResult'],
  FutureResult: [CACHE, 'future-result', 'futureResultGet', 'listenToFutureResult'],
  IncomingValue: [
    TYPES,
    'incoming-value',
    'incomingValueConsumeSync',
    'incomingValueConsumeAsync',
    'incomingValueSize',
  ],
  InputStream: [
    'wasi:io/streams',
    'input-stream',
    'read',
    'blockingRead',
    'skip',
    'blockingSkip',
    'subscribe',
  ],
  IoError: ['wasi:io/error', 'error', 'toDebugString'],
  KeyvalueError: ['wasi:keyvalue/wasi-keyvalue-error', 'error', 'trace'],
  OutgoingValue: [TYPES, 'outgoing-value', 'outgoingValueWriteBodyAsync', 'outgoingValueWriteBodySync'],
  OutputStream: [
    'wasi:io/streams',
    'output-stream',
    'checkWrite',
    'write',
    'flush',
    'blockingFlush',
    'blockingWriteAndFlush',
    'writeZeroes',
    'blockingWriteZeroesAndFlush',
    'splice',
    'blockingSplice',
    'subscribe',
  ],
  Pollable: ['wasi:io/poll', 'pollable', 'ready', 'block'],
  Vacancy: [CACHE, 'vacancy', 'vacancyFill'],
};

/** Wraps functions so that each call of them is told. */
export interface Tracer {
  /** Classes of the same names that tell of the calls of their methods, and of their drops. */
  classes(classes: Classes): Classes;
  /** Functions of an interface that tell of their calls. */
  functions<T extends Record<string, unknown>>(face: string, functions: T): T;
}

/** Tells `trace` of calls, as they end; numbers handles and calls in the order in which they begin. */
export function tracer(clock: Clock, trace: (call: Call) => void): Tracer {
  const names = new Map<unknown, string>();
  const handles = new WeakMap<object, number>();
  let calls = 0;
  let resources = 0;

  const show = (value: unknown): Traced => {
    if (value instanceof Resource) {
      const handle = handles.get(value) ?? ++resources;
      handles.set(value, handle);
      return { resource: names.get(value.constructor) ?? 'resource', handle };
    }
    if (value instanceof Uint8Array) return { bytes: value.length, start: [...value.subarray(0, 16)] };
    if (Array.isArray(value) || value instanceof Uint32Array) return Array.from(value, show);
    if (typeof value === 'bigint') return Number(value);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, show(part)]));
    return value as Traced;
  };

  const wrap = (face: string, operation: string, method: Method, withSelf: boolean): Method =>
    function (...args) {
      const call = {
        id: ++calls,
        interface: face,
        operation,
        args: (withSelf ? [this, ...args] : args).map(show),
        from: clock.now(),
      };
      const end = (result: Call['result']) => trace({ ...call, result, to: clock.now() });
      const failed = (error: unknown): never => {
        end({ error: error instanceof Error ? error.message : String(error) });
        throw error;
      };
      const ended = <T>(result: T): T => {
        end(show(result));
        return result;
      };
      try {
        const result = method.apply(this, args);
        return result instanceof Promise ? result.then(ended, failed) : ended(result);
      } catch (error) {
        return failed(error);
      }
    };

  const redefine = (owner: object, name: PropertyKey, value: Method): void => {
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  };

  return {
    classes(classes) {
      for (const [name, [face, resource, ...methods]] of Object.entries(RESOURCES)) {
        const original = classes[name as keyof Classes] as unknown as new (...args: unknown[]) => Resource;
        const own = class extends original {};
        names.set(own, resource);
        for (const key of methods) {
          const method = Reflect.get(original.prototype, key) as Method;
          redefine(own.prototype, key, wrap(face, `${resource}.${kebab(key)}`, method, true));
        }
        const drop = original.prototype[dispose] as Method;
        redefine(own.prototype, dispose, wrap(face, `[resource-drop]${resource}`, drop, true));
        for (const key of ['newOutgoingValue', 'openBucket']) {
          const method = Reflect.get(original, key) as Method | undefined;
          if (method) redefine(own, key, wrap(face, `${resource}.${kebab(key)}`, method, false));
        }
        Object.assign(classes, { [name]: own });
      }
      return classes;
    },
    functions: (face, functions) =>
      Object.fromEntries(
        Object.entries(functions).map(([name, value]) => [
          name,
          wrap(face, kebab(name), value as Method, false),
        ]),
      ) as typeof functions,
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
