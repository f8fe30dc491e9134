import { nearest } from '../../nearest.ts';
import { type Attribute, FeatureAttribute, type Ident, NO_ATTRIBUTES, VersionAttribute } from './ast.ts';
import type { Cursor } from './cursor.ts';
import * as T from './kinds.ts';
import * as R from './roles.ts';
import { isClosed, stringValue } from './string-literal.ts';
import { describeKind } from './tokens.ts';

const KNOWN = ['since', 'unstable', 'deprecated', 'external-id'];

/** The attributes before a declaration: `@since(version = 0.2.0)`, `@unstable(feature = x)` and so on. */
export function parseAttributes(cursor: Cursor): readonly Attribute[] {
  if (cursor.kind() !== T.at) return NO_ATTRIBUTES;
  let attributes = NO_ATTRIBUTES;
  while (cursor.kind() === T.at) {
    cursor.role(R.attribute);
    cursor.index++;
    const word = cursor.ident(R.attribute);
    const attribute = parseAttribute(cursor, word);
    if (attribute) attributes = attributes.concat(attribute);
  }
  return attributes;
}

function parseAttribute(cursor: Cursor, word: Ident): Attribute | undefined {
  const { start } = word;
  switch (word.name) {
    case 'since':
    case 'deprecated': {
      const isMeant = openField(cursor, 'version');
      const version = cursor.version();
      cursor.expect(T.closeParen);
      return isMeant ? new VersionAttribute(word.name, version, start, cursor.lastEnd()) : undefined;
    }
    case 'unstable': {
      const isMeant = openField(cursor, 'feature');
      const feature = cursor.ident(R.name);
      cursor.expect(T.closeParen);
      return isMeant ? new FeatureAttribute(feature, start, cursor.lastEnd()) : undefined;
    }
    case 'external-id': {
      cursor.expect(T.openParen);
      const literal = cursor.range();
      cursor.expect(T.string);
      const value = stringValue(cursor.tokens.text, literal.start, literal.end, cursor.report);
      // A string that is not closed has taken the bracket with it.
      if (isClosed(cursor.tokens.text, literal)) cursor.expect(T.closeParen);
      return { kind: 'external-id', value, start, end: cursor.lastEnd() };
    }
    default: {
      const meant = nearest(word.name, KNOWN);
      const hint = meant
        ? `did you mean \`@${meant}\`?`
        : `the attributes are ${KNOWN.map((name) => `\`@${name}\``).join(', ')}`;
      cursor.report('unknown-attribute', word, `unknown attribute \`${word.name}\``, { hint });
      skipArguments(cursor);
      return undefined;
    }
  }
}

/** `(field =`; false when another field is named, which is reported. */
function openField(cursor: Cursor, field: string): boolean {
  cursor.expect(T.openParen);
  if (cursor.kind() !== T.ident) cursor.fail('an identifier or string', `write \`${field} = ..\``);
  const word = cursor.ident(R.attribute);
  if (word.name !== field) {
    const message = `expected \`${field}\`, found \`${word.name}\``;
    cursor.report('expected-token', word, message, { hint: `write \`${field} = ..\`` });
  }
  cursor.expect(T.equals);
  return word.name === field;
}

function skipArguments(cursor: Cursor): void {
  if (!cursor.eat(T.openParen)) return;
  const stops = new Set<number>([T.closeParen, T.openBrace, T.semicolon, T.end]);
  while (!stops.has(cursor.kind())) cursor.index++;
  if (!cursor.eat(T.closeParen)) cursor.complain(describeKind(T.closeParen));
}

/**
 * Reports attributes that do not go together or stand twice.
 * @param isContainer an interface, world or include, which has no external id: there `@external-id` says nothing
 */
export function checkAttributes(cursor: Cursor, attributes: readonly Attribute[], isContainer = false): void {
  const [only] = attributes;
  if (!only || (attributes.length === 1 && only.kind !== 'deprecated')) return;
  for (const [index, attribute] of attributes.entries()) {
    const isTwice = attributes.findIndex(({ kind }) => kind === attribute.kind) < index;
    if (isTwice && !(isContainer && attribute.kind === 'external-id')) {
      cursor.report('conflicting-attributes', attribute, `cannot specify @${attribute.kind} twice`);
    }
  }
  const find = (kind: Attribute['kind']) => attributes.find((attribute) => attribute.kind === kind);
  const [since, unstable, deprecated] = [find('since'), find('unstable'), find('deprecated')];
  if (since && unstable) {
    cursor.report('conflicting-attributes', since, 'cannot specify both @since and @unstable', {
      hint: 'an item is either stable since a version or still unstable',
    });
  } else if (deprecated && !since && !unstable) {
    const message = 'cannot specify both @deprecated without @since or @unstable';
    cursor.report('conflicting-attributes', deprecated, message, {
      hint: 'say also since when the item is there',
    });
  }
}
