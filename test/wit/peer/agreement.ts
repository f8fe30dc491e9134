import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { hasErrors, type Problem } from '../../../src/problem.ts';
import { check, parse } from '../../../src/wit/index.ts';
import type { PeerVerdict } from './jco.ts';
import { mutate } from './mutate.ts';
import { random } from './random.ts';

/** A text that is accepted here and rejected by the reference parser, or the other way round. */
export interface Disagreement {
  text: string;
  /** Our errors; none when we accept. */
  problems: Problem[];
  peer: PeerVerdict;
  /** Why it is right to differ; undefined when nobody knows. */
  explanation?: string;
}

export interface Agreement {
  total: number;
  accepted: number;
  disagreements: Disagreement[];
}

const FEATURES = ['active'];

/** Mutates texts and has each mutant judged here and by the reference parser. */
export async function agreement(texts: readonly string[], count: number, seed: number): Promise<Agreement> {
  const source = random(seed);
  const mutants = Array.from({ length: count }, () => mutate(source.pick(texts), source));
  const verdicts = await judgeAll(mutants);
  const result: Agreement = { total: count, accepted: 0, disagreements: [] };
  for (const [index, text] of mutants.entries()) {
    const peer = verdicts[index];
    if (!peer) throw new Error('a mutant was not judged');
    const parsed = parse({ path: 'mutant.wit', text });
    const { problems } = check([[parsed]], { features: FEATURES });
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (peer.accepts) result.accepted++;
    if (hasErrors(problems) === !peer.accepts) continue;
    const explanation = explain(errors, peer);
    result.disagreements.push({ text, problems: errors, peer, ...(explanation && { explanation }) });
  }
  return result;
}

async function judgeAll(texts: readonly string[]): Promise<PeerVerdict[]> {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url));
  try {
    worker.postMessage({ texts, features: FEATURES });
    const [verdicts] = (await once(worker, 'message')) as [PeerVerdict[]];
    return verdicts;
  } finally {
    await worker.terminate();
  }
}

/** Rules that the specification has and the reference parser does not hold to. */
const STRICTER: Record<string, string> = {
  'wit/duplicate-name': 'the reference parser drops a type whose name a later `use` takes, without a word',
};

function explain(errors: readonly Problem[], peer: PeerVerdict): string | undefined {
  if (peer.panicked) return 'the reference parser crashes on the text';
  const [first] = errors;
  if (peer.accepts && first && errors.every(({ rule }) => rule in STRICTER)) return STRICTER[first.rule];
  return undefined;
}
