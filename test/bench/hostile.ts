import { READERS } from '../hostile/readers.ts';
import type { Row } from './row.ts';

const KB = 1024;
const SIZES = [16, 32, 64, 128, 256];
/** Below so many milliseconds a measure says nothing of growth. */
const NOISE = 25;
/** A text that takes longer than this has lost already, and is not made longer. */
const LONGEST = 4_000;

/** How much longer each way of reading takes for twice the text, for texts made to take long. */
export async function bench(): Promise<Row[]> {
  const rows: Row[] = [];
  const wanted = process.env.WITNESS_BENCH_ONLY ?? '';
  for (const { name, texts, read } of READERS) {
    for (const { name: kind, made } of texts) {
      if (!`${name}: ${kind}`.includes(wanted)) continue;
      const times: number[] = [];
      for (const size of SIZES) {
        const text = made(size * KB);
        const time = await fastest(() => read(text));
        times.push(time);
        if (time > LONGEST) break;
      }
      const ours = times.at(-1) ?? 0;
      const peer = times.at(-2) ?? ours;
      rows.push({
        name: `${name}: ${kind}`,
        ours,
        peer,
        peerName: 'half of it',
        ratio: ours < NOISE ? null : ours / peer,
        goal: '<= 2.4',
        unit: 'ms',
        note: `${SIZES[times.length - 1]} KB`,
      });
      if (process.env.WITNESS_BENCH_DETAILS) console.log(name, kind, times.map(Math.round).join(' '));
    }
  }
  const worst = rows.filter(({ ratio }) => ratio !== null && ratio > 2.4);
  console.log(
    `${rows.length} texts, ${worst.length} above 2.4: ${worst.map((row) => row.name).join('; ') || 'none'}`,
  );
  return rows.sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
}

/** The faster of a few runs: what else the machine does only adds to it. */
async function fastest(run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
    if (least > 400) break;
  }
  return least;
}
