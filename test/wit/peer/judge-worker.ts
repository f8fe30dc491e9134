import { parentPort } from 'node:worker_threads';
import { freshPeer, judge, type PeerVerdict } from './jco.ts';

// Apart from the tests, since a text may crash the parser; then the next text gets a fresh copy.
let serial = 0;
let tools = await freshPeer(serial);

parentPort?.on('message', async ({ texts, features }: { texts: string[]; features: string[] }) => {
  const verdicts: PeerVerdict[] = [];
  for (const text of texts) {
    const verdict = judge(tools, text, features);
    verdicts.push(verdict);
    if (verdict.panicked) tools = await freshPeer(++serial);
  }
  parentPort?.postMessage(verdicts);
});
