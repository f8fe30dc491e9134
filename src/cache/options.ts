/** What a number among the options has to be. */
export interface NumberRange {
  from: number;
  to: number;
  /** What it counts: `milliseconds`, `entries`. */
  unit: string;
}

/** Times: up to the longest time to live that the interface can say, 49 days. */
export const DURATION: NumberRange = { from: 1, to: 2 ** 32 - 1, unit: 'milliseconds' };

/** Bytes: whatever a number can count exactly. */
export const BYTES: NumberRange = { from: 1, to: Number.MAX_SAFE_INTEGER, unit: 'bytes' };

/**
 * Throws a `RangeError` for the first of the numbers that is not what it has to be; those that are not given are fine.
 * @param owner whose options they are: `memory`.
 */
export function checkNumbers<T extends object>(
  owner: string,
  options: T,
  ranges: { readonly [Name in keyof T]?: NumberRange },
): void {
  for (const name of Object.keys(ranges) as (keyof T & string)[]) {
    const range = ranges[name];
    const value: unknown = options[name];
    if (!range || value === undefined) continue;
    const { from, to, unit } = range;
    if (typeof value === 'number' && Number.isFinite(value) && value >= from && value <= to) continue;
    const shown = typeof value === 'number' ? String(value) : `a ${value === null ? 'null' : typeof value}`;
    throw new RangeError(`${owner}: ${name} is a number of ${unit} from ${from} to ${to}, and not ${shown}`);
  }
}
