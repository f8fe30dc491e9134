;; Asks get-or-set for "key" and blocks. Returns 0 when it is occupied, 1 when it is vacant, 2 for anything else.
(module
  (import "wasi:keyvalue/cache@0.1.0" "get-or-set" (func $get-or-set (param i32 i32) (result i32)))
  (import "wasi:keyvalue/cache@0.1.0" "[method]future-get-or-set-result.future-get-or-set-result-get"
    (func $take (param i32 i32)))
  (import "wasi:keyvalue/cache@0.1.0" "[method]future-get-or-set-result.listen-to-future-get-or-set-result"
    (func $listen (param i32) (result i32)))
  (import "wasi:io/poll@0.2.0-rc-2023-11-10" "[method]pollable.block" (func $block (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "key")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
  (func (export "run") (param $n i32) (result i32)
    (local $future i32)
    (local.set $future (call $get-or-set (i32.const 16) (i32.const 3)))
    (call $block (call $listen (local.get $future)))
    ;; option at 64, result at 68, variant at 72
    (call $take (local.get $future) (i32.const 64))
    (if (result i32) (i32.and (i32.load8_u (i32.const 64)) (i32.eqz (i32.load8_u (i32.const 68))))
      (then (i32.load8_u (i32.const 72)))
      (else (i32.const 2)))))
