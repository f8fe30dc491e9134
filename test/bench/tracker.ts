import { loadContent, readGroup } from '../../src/load/index.ts';
import { actions, changesBetween, status, type TrackerInput } from '../../src/tracker/index.ts';
import type { Row } from './row.ts';

const RUNS = 200;

/** The tracker on days all over its history, as the date slider asks for them. There is no peer. */
export async function bench(): Promise<Row[]> {
  const { tracker } = await loadContent(await readGroup());
  const input: TrackerInput = JSON.parse(JSON.stringify(tracker));
  const days = Array.from({ length: RUNS }, (_, index) =>
    new Date(Date.UTC(2020, 0, 1 + index * 12)).toISOString().slice(0, 10),
  );
  return [
    row(
      'status on a day',
      '< 50',
      days.map((day) => timed(() => status(input, day))),
    ),
    row(
      'what changed between two days',
      'none',
      days.map((day) => timed(() => changesBetween(input, '2020-01-01', day))),
    ),
    row(
      'what needs action on a day',
      'none',
      days.map((day) => timed(() => actions(input, day))),
    ),
  ];
}

function row(name: string, goal: string, times: number[]): Row {
  const note = `the slowest of ${times.length} days, the first one cold`;
  return { name, ours: Math.max(...times), peer: null, peerName: '', ratio: null, goal, unit: 'ms', note };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
