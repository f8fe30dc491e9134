import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../clock.ts';
import { Bodies } from './bodies.ts';
import { type Bounds, Entries } from './entries.ts';
import { VacancyTable } from './vacancy-table.ts';

/** The tables of one open file. */
export interface Store {
  entries: Entries;
  bodies: Bodies;
  vacancies: VacancyTable;
}

/** The tables of a file that has just been opened. */
export function storeIn(db: DatabaseSync, clock: Clock, bounds: Bounds, vacancyMs: number): Store {
  const bodies = new Bodies(db, clock);
  return {
    bodies,
    entries: new Entries(db, bodies, clock, bounds),
    vacancies: new VacancyTable(db, clock, vacancyMs),
  };
}
