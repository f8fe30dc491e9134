import { byteSink, byteSource, type StreamClass } from './streams.ts';

/** What is left of WASI for a guest that needs none of it: an empty world with a clock and a fixed seed. */
export interface WasiOptions {
  streams: { InputStream: StreamClass; OutputStream: StreamClass };
  /** Milliseconds since 1970, for `Date`. */
  now: () => number;
  /** What the guest's runtime says when it breaks down. */
  onStderr: (text: string) => void;
}

/**
 * Stand-ins for the interfaces of WASI 0.2 that QuickJS's runtime links: no files, no environment, no network, no
 * input, and nothing that differs from one run to the next.
 */
export function wasi({ streams, now, onStderr }: WasiOptions): Record<string, object> {
  class Nothing {}
  const decoder = new TextDecoder();
  const write = (bytes: Uint8Array) => onStderr(decoder.decode(bytes, { stream: true }));
  const standard = byteSink(streams.OutputStream, write);
  return {
    'wasi:cli/environment': { getEnvironment: () => [], getArguments: () => [], initialCwd: () => undefined },
    'wasi:cli/exit': { exit: unsupported },
    'wasi:cli/stdin': { getStdin: () => byteSource(streams.InputStream, new Uint8Array()) },
    'wasi:cli/stdout': { getStdout: () => standard },
    'wasi:cli/stderr': { getStderr: () => standard },
    'wasi:cli/terminal-input': { TerminalInput: Nothing },
    'wasi:cli/terminal-output': { TerminalOutput: Nothing },
    'wasi:cli/terminal-stdin': { getTerminalStdin: () => undefined },
    'wasi:cli/terminal-stdout': { getTerminalStdout: () => undefined },
    'wasi:cli/terminal-stderr': { getTerminalStderr: () => undefined },
    'wasi:clocks/monotonic-clock': {
      now: () => nanoseconds(now()),
      resolution: () => 1_000_000n,
      subscribeDuration: unsupported,
      subscribeInstant: unsupported,
    },
    'wasi:clocks/wall-clock': { now: () => datetime(now()), resolution: () => datetime(1) },
    'wasi:filesystem/preopens': { getDirectories: () => [] },
    'wasi:filesystem/types': {
      Descriptor: Nothing,
      DirectoryEntryStream: Nothing,
      filesystemErrorCode: () => undefined,
    },
    'wasi:random/insecure-seed': { insecureSeed: () => [1n, 2n] },
  };
}

function nanoseconds(ms: number): bigint {
  return BigInt(Math.round(ms * 1000)) * 1000n;
}

function datetime(ms: number): { seconds: bigint; nanoseconds: number } {
  const seconds = Math.floor(ms / 1000);
  return { seconds: BigInt(seconds), nanoseconds: Math.round((ms - seconds * 1000) * 1e6) };
}

function unsupported(): never {
  throw new Error('the guest has no such thing');
}
