import { oneLine } from '../report/index.ts';

/** A line on standard error that says what is being done; on a terminal it is one line that changes. */
export function progressLine(): { say(message: string): void; end(message?: string): void } {
  const { stderr } = process;
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  let last = '';
  const write = (message: string) => {
    if (message === last) return;
    last = message;
    stderr.write(stderr.isTTY ? `\r\u001b[2K${oneLine(message)}` : `${oneLine(message)}\n`);
  };
  return {
    say: (message) => write(`witness: ${message} (${seconds()})`),
    end: (message) => {
      if (message) write(`witness: ${message} (${seconds()})`);
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}
