import { parse } from '@bytecodealliance/jco-transpile/wasm-tools';
import { expect, test } from 'vitest';
import { binaryShape } from '../../src/wit/index.ts';
import { COPY, command } from '../runtime/wat-component.ts';

const shapeOf = (bytes: Uint8Array) => {
  const result = binaryShape(bytes);
  if ('error' in result) throw new Error(result.error);
  return result.shape;
};

test('reads what a component imports and exports, with the items that it uses', async () => {
  const { kind, imports, exports } = shapeOf(await command(COPY));
  expect(kind).toBe('component');
  expect(imports).toContainEqual({ name: 'wasi:cli/stdin@0.2.3', items: ['get-stdin'] });
  expect(imports.find(({ name }) => name === 'wasi:io/streams@0.2.3')?.items).toEqual([
    'output-stream',
    'input-stream',
    '[method]output-stream.blocking-write-and-flush',
    '[method]input-stream.blocking-read',
  ]);
  expect(exports.map(({ name }) => name)).toEqual(['wasi:cli/run@0.2.3']);
});

test('reads what a core module imports and exports', async () => {
  const module = await parse(
    '(module (import "a" "f" (func)) (import "a" "m" (memory 1)) (import "b" "g" (global i32)) (func (export "x")))',
  );
  expect(shapeOf(module)).toEqual({
    kind: 'module',
    imports: [
      { name: 'a', items: ['f', 'm'] },
      { name: 'b', items: ['g'] },
    ],
    exports: [{ name: 'x', items: [] }],
  });
});

test('says why bytes are none, wherever they break off', async () => {
  expect(binaryShape(new Uint8Array())).toEqual({ error: 'is no WebAssembly binary' });
  const whole = await command(COPY);
  for (let end = 4; end < whole.length; end += 7) {
    const result = binaryShape(whole.slice(0, end));
    if ('error' in result) expect(result.error).toMatch(/^(is damaged|has a version)/);
  }
});
