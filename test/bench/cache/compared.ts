/** The middle one. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * How many of something ours and the peer's do in a second of the thread's processor time, which on an idle
 * machine is a second: medians of rounds that take turns, so that what else the machine does falls on both. The
 * ratio is that of the rounds, for the same reason.
 */
export async function compared(
  rounds: number,
  count: number,
  ours: () => unknown,
  peer: () => unknown,
): Promise<{ ours: number; peer: number; ratio: number }> {
  const rates: { ours: number; peer: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    rates.push({ ours: await rate(count, ours), peer: await rate(count, peer) });
  const warm = rates.slice(Math.floor(rounds / 4));
  return {
    ours: median(warm.map((rate) => rate.ours)),
    peer: median(warm.map((rate) => rate.peer)),
    ratio: median(warm.map((rate) => rate.ours / rate.peer)),
  };
}

async function rate(count: number, work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (count * 1_000_000) / (user + system);
}
