import type { Call } from '../cache/index.ts';
import type { WorldKind } from './worlds/index.ts';

/** The hosts that an example may be run on: the cache's backends by name. */
export const HOSTS = ['noop', 'memory', 'weakest', 'sqlite', 'redis'] as const;
export type HostName = (typeof HOSTS)[number];

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

/** What a host may give: one of these outputs; more than one, or one among others, for a reason. */
export interface Expectation {
  hosts: HostName[];
  outputs: string[];
  /** Why there are several. */
  because?: string;
}

/** A sentence of the minutes that an example illustrates. */
export interface MinuteLink {
  /** The meeting's date. */
  meeting: string;
  quote: string;
}

/** One folder below `runnable-examples/`. */
export interface Example {
  /** The folder's name. */
  id: string;
  title: string;
  /** Its place in lists. */
  order: number;
  /** What it teaches, in a sentence. */
  teaches: string;
  /** How many guests run it at once. */
  guests: number;
  /** Of an example that is a component of its own: the WIT world it has, how it is called, and with what. */
  component?: { world: string; kind: WorldKind; calls: unknown[] };
  /** Its world, in WIT, where it has one of its own. */
  wit?: string;
  /** Addresses of the WIT items it uses. */
  items: string[];
  minutes: MinuteLink[];
  /** The explanation in Markdown. */
  body: string;
  /** The file that is shown and run. */
  source: string;
  sourcePath: string;
  expectations: Expectation[];
}
