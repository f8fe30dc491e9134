import { longDay } from './day.ts';

/** A day that stands alone, not at the end of a version such as `0.2.0-rc-2023-11-10` or of a file's name. */
const DAY = /(?<![\w./-])\d{4}-\d{2}-\d{2}(?![\w/-]|\.\w)/g;

/** A sentence of the tracker as people write it: `preview-2` is Preview 2, `wasi-0.3` WASI 0.3, and days have months. */
export function sentence(text: string): string {
  return text
    .replace(/(?<![\w./-])preview-(\d+)(?![\w/-])/g, 'Preview $1')
    .replace(/(?<![\w./-])wasi-(\d+(?:\.\d+)+)(?![\w/-])/g, 'WASI $1')
    .replace(DAY, longDay);
}
