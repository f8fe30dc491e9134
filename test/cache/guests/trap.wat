;; Takes the vacancy of "key" and traps. The number it is given is of no use to it.
(module
  (import "wasi:keyvalue/cache@0.1.0" "get-or-set" (func $get-or-set (param i32 i32) (result i32)))
  (import "wasi:keyvalue/cache@0.1.0" "[method]future-get-or-set-result.future-get-or-set-result-get"
    (func $take (param i32 i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "key")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
  (func (export "run") (param $n i32) (result i32)
    (call $take (call $get-or-set (i32.const 16) (i32.const 3)) (i32.const 64))
    (unreachable)))
