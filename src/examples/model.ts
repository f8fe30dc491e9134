import type { Call } from '../cache/index.ts';
import type { ExampleAbout, Expectation } from './authored.ts';

export type { Expectation } from './authored.ts';

/** The hosts that an example may be run on: the cache's backends by name. */
export const HOSTS = ['noop', 'memory', 'weakest', 'sqlite', 'redis'] as const;
export type HostName = (typeof HOSTS)[number];

/** The releases of WASI in whose terms an example may be written. */
export const RELEASES = ['0.2', '0.3'] as const;
export type Release = (typeof RELEASES)[number];

/** What happens while guests run, in order. Guests count from 1. */
export type RunEvent =
  /** All guests are there; the first is about to begin. */
  | { type: 'started' }
  | { type: 'line'; guest: number; text: string }
  | { type: 'call'; guest: number; call: Call };

/** How a run ended. */
export type Outcome =
  | { kind: 'finished' }
  /** The guest's own code threw; line and column are those of the source, when they are known. */
  | { kind: 'error'; guest: number; message: string; line?: number; column?: number }
  /** The component broke off: its runtime failed, or its host refused to go on. */
  | { kind: 'trap'; guest: number; message: string }
  /** The host could not be had. */
  | { kind: 'unavailable'; message: string }
  /** The run was ended from outside. */
  | { kind: 'stopped'; message: string };

/** The lines that a run printed, joined by newlines, and its end. */
export interface Run {
  output: string;
  outcome: Outcome;
  ms: number;
}

/** One folder below `runnable-examples/`. */
export interface Example extends ExampleAbout {
  /** The folder's name. */
  id: string;
  /** Its world, in WIT, where it has one of its own. */
  wit?: string;
  /** The explanation in Markdown. */
  body: string;
  /** The file that is shown and run. */
  source: string;
  sourcePath: string;
  expectations: Expectation[];
}
