import type { Severity } from '../problem.ts';

interface Rule {
  severity: Severity;
  /** One sentence for the list of rules. */
  summary: string;
}

const error = (summary: string): Rule => ({ severity: 'error', summary });
const warning = (summary: string): Rule => ({ severity: 'warning', summary });

/**
 * Every rule that WIT is checked against. A rule's id in problems is `wit/` and its name; the name is also its
 * anchor in the documentation and the name of its fixture.
 */
export const RULES = {
  // The text
  'invalid-utf8': error('A file is valid UTF-8.'),
  'control-character': error('A file holds no control characters but newline, carriage return and tab.'),
  'bidirectional-control': error('A file holds no bidirectional overrides.'),
  'discouraged-character': error('A file holds no characters that Unicode discourages.'),
  'unexpected-character': error('Every character belongs to a token.'),
  'unterminated-comment': error('A block comment is closed; block comments nest.'),
  'invalid-string': error('A string is closed on its line and its escapes are valid.'),
  'invalid-identifier': error('An identifier is words joined by `-`, each all lower case or all upper case.'),
  'too-many-problems': error('The rest of the problems of a file is left out after two hundred.'),

  // The grammar
  'expected-token': error('The text follows the grammar.'),
  'missing-semicolon': error('A declaration without a body ends with a semicolon.'),
  'no-semicolons': error('A package is not in the syntax from before semicolons.'),
  'reserved-word': error('A reserved word is a name only with `%` before it.'),
  'unclosed-block': error('A `{` is closed.'),
  'nesting-too-deep': error('Types and packages nest at most a hundred deep.'),
  'nested-package': error('A package block stands at the top level of a file.'),
  'package-attributes': error('A package has no attributes.'),
  'unknown-attribute': error('An attribute is one of `@since`, `@unstable`, `@deprecated`, `@external-id`.'),
  'conflicting-attributes': error('Attributes go together and none stands twice.'),
  'top-level-use-attributes': error('A `use` outside an interface has no attributes.'),
  'invalid-version': error('A version follows semantic versioning.'),
  'invalid-list-size': error('The length of a list fits in 32 bits.'),

  // Packages
  'missing-package': error('One of the files of a package names it.'),
  'conflicting-package': error('All files of a folder name the same package.'),
  'multiple-package-docs': error('The documentation of a package stands in one place.'),
  'duplicate-package': error('A package is defined once.'),
  'package-cycle': error('Packages do not depend on one another in a circle.'),
  'package-not-found': error('Every package that is referred to is there, in the version that is asked for.'),
  'binary-dependency': error('Dependencies are WIT text, not WebAssembly binaries.'),

  // Names
  'duplicate-item': error('Interfaces and worlds of a package have different names.'),
  'duplicate-name-in-file': error('The interfaces, worlds and uses of a file have different names.'),
  'unknown-interface': error('A path names an interface or world of this package.'),
  'not-in-package': error('A path into another package names something that is there.'),
  'not-an-interface': error('Where an interface is asked for, no world is named.'),
  'not-a-world': error('Where a world is asked for, no interface is named.'),
  'unknown-type': error('A type that is referred to is defined or used in the same interface or world.'),
  'unknown-name': error('A `use` names types that the interface has.'),
  'not-a-type': error('Where a type is asked for, no function is named.'),
  'not-a-resource': error('A handle is to a resource.'),
  'duplicate-name': error('The types and functions of an interface have different names.'),
  'duplicate-method': error('The functions of a resource have different names.'),
  'duplicate-constructor': error('A resource has at most one constructor.'),
  'duplicate-parameter': error('The parameters of a function have different names.'),
  'depends-on-itself': error('Nothing is defined in terms of itself.'),

  // Types
  'empty-type': error('An enum or variant has at least one case.'),
  'invalid-map-key': error('The key of a map is a primitive type other than a float.'),
  'constructor-result': error('A constructor returns its resource, or a result with it.'),
  'borrow-in-result': error('A function does not return a borrowed handle.'),

  // Worlds
  'world-conflict': error('The imports of a world have different names, and so have its exports.'),
  'interface-twice': error('A world imports and exports an interface at most once each.'),
  'include-conflict': error('What a world includes does not clash with what it has.'),
  'include-rename': error('`with` renames something that the included world has.'),
  'incompatible-dependency': error(
    'An exported interface sees each interface only once, imported or exported.',
  ),
  'case-conflict': error('Names in a world differ by more than upper and lower case.'),
  'stability-mismatch': error('What is brought in twice has the same gate both times.'),

  // Gates
  'gated-reference': error('Nothing refers to an item whose feature is switched off.'),
  'version-required': error('A package with gates that name versions has a version.'),
  'unreleased-version': error('`@since` names a version up to that of the package.'),

  // What the specification asks for and the reference parser does not check
  'gate-outside-container': warning('An item is there no earlier than what contains it.'),
  'ungated-reference': warning('An item that refers to a gated item is gated alike.'),
  'gate-beyond-version': warning('A gate names versions up to that of the package.'),
  'duplicate-member': warning(
    'The fields, cases or flags of a type differ by more than upper and lower case.',
  ),
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
