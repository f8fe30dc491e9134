/**
 * A process that works on a store until somebody kills it. It gets a `WorkerTask` as its argument and writes each call
 * down on standard output when it begins and when it ends, in a way that a kill does not undo.
 */
import { writeSync } from 'node:fs';
import { redis } from '../../cache/backends/redis.ts';
import { sqlite } from '../../cache/backends/sqlite.ts';
import { random } from '../../cache/random.ts';
import { Client } from '../history/client.ts';
import { Recorder } from '../history/recorder.ts';
import { steadyClock } from './steady-clock.ts';
import type { WorkerTask } from './workers.ts';

const task = JSON.parse(process.argv[2] ?? '') as WorkerTask;
const clock = steadyClock(task.base);
const client = new Client({
  number: task.client,
  backend: 'path' in task.store ? sqlite(task.store) : redis(task.store),
  recorder: new Recorder({
    clock,
    position: clock.position,
    firstId: task.firstId,
    watch: (call) => writeSync(1, `${JSON.stringify(call)}\n`),
  }),
  random: random(task.seed),
  budget: { left: Number.POSITIVE_INFINITY },
  vacancyMs: task.store.vacancyMs,
  thinkMs: task.thinkMs,
  sleep: (ms) => new Promise((resume) => setTimeout(resume, ms)),
});

// While it waits for others nothing else keeps it alive.
setInterval(() => {}, 1_000);
if (task.holds) while (!(await client.takeVacancy()));
else for (;;) await client.step();
