import { componentEmbed, componentNew, parse } from '@bytecodealliance/jco-transpile/wasm-tools';

/** The parts of WASI 0.2 that the test's guests name. */
const WIT = `
package test:guest;

world guest {
  IMPORTS
  export wasi:cli/run@0.2.3;
}

package wasi:io@0.2.3 {
  interface error { resource error; }
  interface poll {
    resource pollable { block: func(); ready: func() -> bool; }
    poll: func(in: list<borrow<pollable>>) -> list<u32>;
  }
  interface streams {
    use error.{error};
    use poll.{pollable};
    variant stream-error { last-operation-failed(error), closed }
    resource output-stream {
      blocking-write-and-flush: func(contents: list<u8>) -> result<_, stream-error>;
    }
    resource input-stream {
      blocking-read: func(len: u64) -> result<list<u8>, stream-error>;
    }
  }
}

package wasi:clocks@0.2.3 {
  interface monotonic-clock {
    use wasi:io/poll@0.2.3.{pollable};
    subscribe-duration: func(when: u64) -> pollable;
  }
}

package wasi:cli@0.2.3 {
  interface environment { get-arguments: func() -> list<string>; }
  interface exit { @since(version = 0.2.1) exit-with-code: func(status-code: u8); }
  interface stdin { use wasi:io/streams@0.2.3.{input-stream}; get-stdin: func() -> input-stream; }
  interface stdout { use wasi:io/streams@0.2.3.{output-stream}; get-stdout: func() -> output-stream; }
  interface run { run: func() -> result; }
}

package wasi:keyvalue@0.2.0-draft {
  interface store { resource bucket; open: func(identifier: string) -> bucket; }
}
`;

/** What the text of a guest's body may call; memory from 4096 on is the allocator's. */
const PRELUDE = `
  (import "wasi:cli/environment@0.2.3" "get-arguments" (func $get-arguments (param i32)))
  (import "wasi:cli/stdout@0.2.3" "get-stdout" (func $get-stdout (result i32)))
  (import "wasi:io/streams@0.2.3" "[method]output-stream.blocking-write-and-flush"
    (func $write (param i32 i32 i32 i32)))
  (import "wasi:cli/exit@0.2.3" "exit-with-code" (func $exit (param i32)))
  (import "wasi:cli/stdin@0.2.3" "get-stdin" (func $get-stdin (result i32)))
  (import "wasi:io/streams@0.2.3" "[method]input-stream.blocking-read"
    (func $read (param i32 i64 i32)))
  (import "wasi:clocks/monotonic-clock@0.2.3" "subscribe-duration" (func $after (param i64) (result i32)))
  (import "wasi:io/poll@0.2.3" "[method]pollable.block" (func $block (param i32)))
  (memory (export "memory") 4)
  (global $free (mut i32) (i32.const 4096))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $at i32)
    (local.set $at (i32.and (i32.add (global.get $free) (i32.const 7)) (i32.const -8)))
    (global.set $free (i32.add (local.get $at) (local.get 3)))
    (local.get $at))
  (func $say (param $at i32) (param $length i32)
    (call $write (call $get-stdout) (local.get $at) (local.get $length) (i32.const 64)))
`;

const IMPORTS = [
  'wasi:cli/environment@0.2.3',
  'wasi:cli/stdout@0.2.3',
  'wasi:cli/stdin@0.2.3',
  'wasi:io/streams@0.2.3',
  'wasi:io/poll@0.2.3',
  'wasi:clocks/monotonic-clock@0.2.3',
  'wasi:cli/exit@0.2.3',
];

/** A command of WASI 0.2 whose `run` is this WebAssembly text: it leaves 0 for ok, 1 for an error. */
export async function command(
  body: string,
  more: { imports?: string[]; text?: string } = {},
): Promise<Uint8Array> {
  const imports = [...IMPORTS, ...(more.imports ?? [])].map((name) => `import ${name};`).join('\n');
  const core = await parse(`(module
    ${more.text ?? ''}
    ${PRELUDE}
    (func (export "wasi:cli/run@0.2.3#run") (result i32) ${body}))`);
  return componentNew(await componentEmbed({ binary: core, witSource: WIT.replace('IMPORTS', imports) }));
}

/** Prints each argument but the first on a line of its own; ends with an error where there is none. */
export const ECHO_ARGUMENTS = `
  (local $at i32) (local $left i32)
  (call $get-arguments (i32.const 8))
  (local.set $at (i32.load (i32.const 8)))
  (local.set $left (i32.load (i32.const 12)))
  (if (i32.lt_u (local.get $left) (i32.const 2)) (then (return (i32.const 1))))
  (i32.store8 (i32.const 32) (i32.const 10))
  (loop $next
    (local.set $at (i32.add (local.get $at) (i32.const 8)))
    (local.set $left (i32.sub (local.get $left) (i32.const 1)))
    (call $say (i32.load (local.get $at)) (i32.load (i32.add (local.get $at) (i32.const 4))))
    (call $say (i32.const 32) (i32.const 1))
    (br_if $next (i32.gt_u (local.get $left) (i32.const 1))))
  (i32.const 0)`;

/** Copies standard input to standard output until it ends. */
export const COPY = `
  (local $in i32)
  (local.set $in (call $get-stdin))
  (loop $next
    (call $read (local.get $in) (i64.const 1000) (i32.const 8))
    (if (i32.eqz (i32.load8_u (i32.const 8))) (then
      (call $say (i32.load (i32.const 12)) (i32.load (i32.const 16)))
      (br $next))))
  (i32.const 0)`;
