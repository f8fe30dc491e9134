import type { Func, Param, Primitive, Type } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseList } from './parse-list.ts';
import { isBuiltIn, isName, isPrimitive, T, wordOf } from './tokens.ts';

/** How deep types may nest, as in the reference parser. */
const DEEPEST = 100;

const OLD_FLOATS: Record<string, string> = { float32: 'f32', float64: 'f64' };

/** A type expression, e.g. `list<tuple<u8, string>>`. */
export function parseType(cursor: Cursor, depth = 1): Type {
  const start = cursor.start();
  const kind = cursor.kind();
  if (depth > DEEPEST) {
    cursor.report('nesting-too-deep', cursor.range(), 'type nesting too deep', {
      hint: `types nest at most ${DEEPEST} deep; give an inner one a name`,
    });
    cursor.abandon();
  }

  if (isName(kind)) {
    const { name, end, file } = cursor.ident('type');
    return { kind: 'name', name, start, end, file };
  }
  if (isPrimitive(kind)) {
    cursor.index++;
    const name = wordOf(kind) as Primitive;
    return { kind: 'primitive', name, start, end: cursor.lastEnd() };
  }
  if (!isBuiltIn(kind)) {
    cursor.fail('a type', kind === T.openParen ? MULTIPLE_RESULTS : undefined);
  }
  cursor.index++;
  switch (kind) {
    case T.tuple:
      cursor.expect(T.less);
      return {
        kind: 'tuple',
        types: parseList(cursor, T.greater, () => parseType(cursor, depth + 1)),
        start,
        end: cursor.lastEnd(),
      };
    case T.list: {
      cursor.expect(T.less);
      const element = parseType(cursor, depth + 1);
      const size = cursor.eat(T.comma) ? parseSize(cursor) : undefined;
      cursor.expect(T.greater);
      return { kind: 'list', element, size, start, end: cursor.lastEnd() };
    }
    case T.map: {
      cursor.expect(T.less);
      const key = parseType(cursor, depth + 1);
      cursor.expect(T.comma);
      const value = parseType(cursor, depth + 1);
      cursor.expect(T.greater);
      return { kind: 'map', key, value, start, end: cursor.lastEnd() };
    }
    case T.option: {
      cursor.expect(T.less);
      const type = parseType(cursor, depth + 1);
      cursor.expect(T.greater);
      return { kind: 'option', type, start, end: cursor.lastEnd() };
    }
    case T.result: {
      let ok: Type | undefined;
      let err: Type | undefined;
      if (cursor.eat(T.less)) {
        if (cursor.eat(T.underscore)) {
          cursor.expect(T.comma, 'a result without types is just `result`');
          err = parseType(cursor, depth + 1);
        } else {
          ok = parseType(cursor, depth + 1);
          if (cursor.eat(T.comma)) err = parseType(cursor, depth + 1);
        }
        cursor.expect(T.greater);
      }
      return { kind: 'result', ok, err, start, end: cursor.lastEnd() };
    }
    case T.future:
    case T.stream: {
      const name = kind === T.future ? 'future' : 'stream';
      if (!cursor.eat(T.less)) return { kind: name, start, end: cursor.lastEnd() };
      const type = parseType(cursor, depth + 1);
      cursor.expect(T.greater);
      return { kind: name, type, start, end: cursor.lastEnd() };
    }
    default: {
      cursor.expect(T.less);
      if (isBuiltIn(cursor.kind())) {
        cursor.fail('an identifier or string', 'a handle is to a resource, by its name');
      }
      const resource = cursor.ident('type');
      cursor.expect(T.greater);
      return { kind: kind === T.own ? 'own' : 'borrow', resource, start, end: cursor.lastEnd() };
    }
  }
}

const MULTIPLE_RESULTS = 'a function returns one type; return a `tuple<..>` or a record for several values';

function parseSize(cursor: Cursor): number {
  const range = cursor.range();
  if (cursor.kind() !== T.integer) cursor.fail('fixed-length');
  const size = Number(cursor.text());
  cursor.index++;
  if (size <= 0xffffffff) return size;
  cursor.report('invalid-list-size', range, 'invalid list size: number too large to fit in target type');
  return 0;
}

/** `async? func(params) -> result`. */
export function parseFunc(cursor: Cursor): Func {
  const start = cursor.start();
  const isAsync = cursor.eat(T.async);
  cursor.expect(T.func);
  return parseParamsAndResult(cursor, start, isAsync);
}

/** `(params) -> result`, as also a constructor has it. */
export function parseParamsAndResult(cursor: Cursor, start: number, isAsync: boolean): Func {
  cursor.expect(T.openParen);
  const params = parseList(cursor, T.closeParen, parseParam);
  const result = cursor.eat(T.arrow) ? parseType(cursor) : undefined;
  return { async: isAsync, params, result, start, end: cursor.lastEnd() };
}

function parseParam(cursor: Cursor): Param {
  const name = cursor.ident('parameter');
  cursor.expect(T.colon);
  const type = parseType(cursor);
  return { name, type, start: name.start, end: type.end };
}

/** The present name of a type that once had another. */
export function presentName(name: string): string | undefined {
  return OLD_FLOATS[name];
}
