const IO = '0.2.0-rc-2023-11-10';
const KEYVALUE = '0.1.0';

/**
 * The functions of a host that may have to wait, by the names that jco's `asyncImports` takes. A guest that runs
 * on a backend which answers later is transpiled with these and `asyncMode: 'jspi'`.
 */
export const blockingImports: readonly string[] = [
  `wasi:io/poll@${IO}#poll`,
  `wasi:io/poll@${IO}#[method]pollable.block`,
  ...['input-stream.blocking-read', 'input-stream.blocking-skip'].map(stream),
  ...['blocking-flush', 'blocking-write-and-flush', 'blocking-write-zeroes-and-flush', 'blocking-splice'].map(
    (name) => stream(`output-stream.${name}`),
  ),
  `wasi:keyvalue/types@${KEYVALUE}#[method]outgoing-value.outgoing-value-write-body-sync`,
  `wasi:keyvalue/types@${KEYVALUE}#[method]incoming-value.incoming-value-consume-sync`,
];

function stream(method: string): string {
  return `wasi:io/streams@${IO}#[method]${method}`;
}
