import { UsageError } from './command.ts';

/** The day that a flag gives, or today in UTC. */
export function dayFlag(value: unknown, flag: string): string {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  const text = String(value);
  const date = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  if (!exists || !date.toISOString().startsWith(text)) {
    throw new UsageError(`expected a date like 2024-01-25 after ${flag}, found "${text}"`);
  }
  return text;
}
