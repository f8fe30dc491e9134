;; Gets key-000 to key-999 in turn, n times in all, and counts the hits. Reads no value.
(module
  (import "wasi:keyvalue/cache@0.1.0" "get" (func $get (param i32 i32) (result i32)))
  (import "wasi:keyvalue/cache@0.1.0" "[method]future-get-result.future-get-result-get" (func $take (param i32 i32)))
  (import "wasi:keyvalue/cache@0.1.0" "[resource-drop]future-get-result" (func $drop-future (param i32)))
  (import "wasi:keyvalue/types@0.1.0" "[resource-drop]incoming-value" (func $drop-value (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 16) "key-000")
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
  (func $digit (param $at i32) (param $value i32)
    (i32.store8 (local.get $at) (i32.add (i32.const 48) (i32.rem_u (local.get $value) (i32.const 10)))))
  (func (export "run") (param $n i32) (result i32)
    (local $i i32) (local $future i32) (local $hits i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
        (call $digit (i32.const 20) (i32.div_u (local.get $i) (i32.const 100)))
        (call $digit (i32.const 21) (i32.div_u (local.get $i) (i32.const 10)))
        (call $digit (i32.const 22) (local.get $i))
        (local.set $future (call $get (i32.const 16) (i32.const 7)))
        ;; option at 64, result at 68, option at 72, the value's handle at 76
        (call $take (local.get $future) (i32.const 64))
        (if (i32.and
              (i32.and (i32.load8_u (i32.const 64)) (i32.eqz (i32.load8_u (i32.const 68))))
              (i32.load8_u (i32.const 72)))
          (then
            (local.set $hits (i32.add (local.get $hits) (i32.const 1)))
            (call $drop-value (i32.load (i32.const 76)))))
        (call $drop-future (local.get $future))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $hits)))
