import { expect, it } from 'vitest';
import { toJavaScriptNames } from '../../src/package/to-javascript-names.ts';

it.each([
  ["import { a } from './a.ts';", "import { a } from './a.js';"],
  ['export * from "../b/index.ts";', 'export * from "../b/index.js";'],
  ["const c = () => import('./c.ts');", "const c = () => import('./c.js');"],
  ["import './d.ts';", "import './d.js';"],
  ["new Worker(new URL('./e.ts', import.meta.url))", "new Worker(new URL('./e.js', import.meta.url))"],
])('names the compiled file: %s', (before, after) => {
  expect(toJavaScriptNames(before)).toBe(after);
});

it.each(["import x from 'package/x.ts';", "const text = './a.ts';", "import './styles.css';"])(
  'leaves alone: %s',
  (code) => {
    expect(toJavaScriptNames(code)).toBe(code);
  },
);
