import {
  EventualType,
  Func,
  HandleType,
  ListType,
  MapType,
  Member,
  OptionType,
  type Param,
  type Primitive,
  PrimitiveType,
  ResultType,
  TupleType,
  type Type,
  TypeName,
} from './ast.ts';
import type { Cursor } from './cursor.ts';
import * as T from './kinds.ts';
import { parseList } from './parse-list.ts';
import * as R from './roles.ts';
import { isBuiltIn, isName, isPrimitive, wordOf } from './tokens.ts';

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
    const { name, end, file } = cursor.ident(R.type);
    return new TypeName(name, start, end, file);
  }
  if (isPrimitive(kind)) {
    cursor.index++;
    const name = wordOf(kind) as Primitive;
    return new PrimitiveType(name, start, cursor.lastEnd());
  }
  if (!isBuiltIn(kind)) {
    cursor.fail('a type', kind === T.openParen ? MULTIPLE_RESULTS : undefined);
  }
  cursor.index++;
  switch (kind) {
    case T.tuple: {
      cursor.expect(T.less);
      const types = parseList(cursor, T.greater, () => parseType(cursor, depth + 1));
      return new TupleType(types, start, cursor.lastEnd());
    }
    case T.list: {
      cursor.expect(T.less);
      const element = parseType(cursor, depth + 1);
      const size = cursor.eat(T.comma) ? parseSize(cursor) : undefined;
      cursor.expect(T.greater);
      return new ListType(element, size, start, cursor.lastEnd());
    }
    case T.map: {
      cursor.expect(T.less);
      const key = parseType(cursor, depth + 1);
      cursor.expect(T.comma);
      const value = parseType(cursor, depth + 1);
      cursor.expect(T.greater);
      return new MapType(key, value, start, cursor.lastEnd());
    }
    case T.option: {
      cursor.expect(T.less);
      const type = parseType(cursor, depth + 1);
      cursor.expect(T.greater);
      return new OptionType(type, start, cursor.lastEnd());
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
      return new ResultType(ok, err, start, cursor.lastEnd());
    }
    case T.future:
    case T.stream: {
      const name = kind === T.future ? 'future' : 'stream';
      let type: Type | undefined;
      if (cursor.eat(T.less)) {
        type = parseType(cursor, depth + 1);
        cursor.expect(T.greater);
      }
      return new EventualType(name, type, start, cursor.lastEnd());
    }
    default: {
      cursor.expect(T.less);
      if (isBuiltIn(cursor.kind())) {
        cursor.fail('an identifier or string', 'a handle is to a resource, by its name');
      }
      const resource = cursor.ident(R.type);
      cursor.expect(T.greater);
      return new HandleType(kind === T.own ? 'own' : 'borrow', resource, start, cursor.lastEnd());
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
  return new Func(isAsync, params, result, start, cursor.lastEnd());
}

function parseParam(cursor: Cursor): Param {
  const name = cursor.ident(R.parameter);
  cursor.expect(T.colon);
  const type = parseType(cursor);
  return new Member(name, type, name.start, type.end);
}

/** The present name of a type that once had another. */
export function presentName(name: string): string | undefined {
  return OLD_FLOATS[name];
}
