/**
 * Every rule that WIT is checked against. A rule's id in problems is `wit/` and its name; the name is also its
 * anchor in the documentation and the name of its fixture. The sentence says what the rule asks for.
 */
export const RULES = {
  // The text
  'invalid-utf8': 'A file is valid UTF-8.',
  'control-character': 'A file holds no control characters but newline, carriage return and tab.',
  'bidirectional-control': 'A file holds no bidirectional overrides.',
  'discouraged-character': 'A file holds no characters that Unicode discourages.',
  'unexpected-character': 'Every character belongs to a token.',
  'unterminated-comment': 'A block comment is closed; block comments nest.',
  'invalid-string': 'A string is closed on its line and its escapes are valid.',
  'invalid-identifier': 'An identifier is words joined by `-`, each all lower case or all upper case.',
  'too-many-problems': 'The rest of the problems of a file is left out after two hundred.',

  // The grammar
  'expected-token': 'The text follows the grammar.',
  'missing-semicolon': 'A declaration without a body ends with a semicolon.',
  'no-semicolons': 'A package is not in the syntax from before semicolons.',
  'reserved-word': 'A reserved word is a name only with `%` before it.',
  'unclosed-block': 'A `{` is closed.',
  'nesting-too-deep': 'Types and packages nest at most a hundred deep.',
  'nested-package': 'A package block stands at the top level of a file.',
  'package-attributes': 'A package has no attributes.',
  'unknown-attribute': 'An attribute is one of `@since`, `@unstable`, `@deprecated`, `@external-id`.',
  'conflicting-attributes': 'Attributes go together and none stands twice.',
  'top-level-use-attributes': 'A `use` outside an interface has no attributes.',
  'invalid-version': 'A version follows semantic versioning.',
  'invalid-list-size': 'The length of a list fits in 32 bits.',

  // Packages
  'missing-package': 'One of the files of a package names it.',
  'conflicting-package': 'All files of a folder name the same package.',
  'multiple-package-docs': 'The documentation of a package stands in one place.',
  'duplicate-package': 'A package is defined once.',
  'package-cycle': 'Packages do not depend on one another in a circle.',
  'package-not-found': 'Every package that is referred to is there, in the version that is asked for.',
  'binary-dependency': 'Dependencies are WIT text, not WebAssembly binaries.',

  // Names
  'duplicate-item': 'Interfaces and worlds of a package have different names.',
  'duplicate-name-in-file': 'The interfaces, worlds and uses of a file have different names.',
  'unknown-interface': 'A path names an interface or world of this package.',
  'not-in-package': 'A path into another package names something that is there.',
  'not-an-interface': 'Where an interface is asked for, no world is named.',
  'not-a-world': 'Where a world is asked for, no interface is named.',
  'unknown-type': 'A type that is referred to is defined or used in the same interface or world.',
  'unknown-name': 'A `use` names types that the interface has.',
  'not-a-type': 'Where a type is asked for, no function is named.',
  'not-a-resource': 'A handle is to a resource.',
  'duplicate-name': 'The types and functions of an interface have different names.',
  'duplicate-method': 'The functions of a resource have different names.',
  'duplicate-constructor': 'A resource has at most one constructor.',
  'duplicate-parameter': 'The parameters of a function have different names.',
  'depends-on-itself': 'Nothing is defined in terms of itself.',

  // Types
  'empty-type': 'An enum or variant has at least one case.',
  'invalid-map-key': 'The key of a map is a primitive type other than a float.',
  'constructor-result': 'A constructor returns its resource, or a result with it.',
  'borrow-in-result': 'A function does not return a borrowed handle.',

  // Worlds
  'world-conflict': 'The imports of a world have different names, and so have its exports.',
  'interface-twice': 'A world imports and exports an interface at most once each.',
  'include-conflict': 'What a world includes does not clash with what it has.',
  'include-rename': '`with` renames something that the included world has.',
  'incompatible-dependency': 'An exported interface sees each interface only once, imported or exported.',
  'case-conflict': 'Names in a world differ by more than upper and lower case.',
  'stability-mismatch': 'What is brought in twice has the same gate both times.',

  // Gates
  'gated-reference': 'Nothing refers to an item whose feature is switched off.',
  'version-required': 'A package with gates that name versions has a version.',
  'unreleased-version': '`@since` names a version up to that of the package.',

  // What the specification asks for and the reference parser does not check
  'gate-outside-container': 'An item is there no earlier than what contains it.',
  'ungated-reference': 'An item that refers to a gated item is gated alike.',
  'gate-beyond-version': 'A gate names versions up to that of the package.',
  'duplicate-member': 'The fields, cases or flags of a type differ by more than upper and lower case.',

  // What a release of WASI may use
  'beyond-baseline': 'A package uses only what the release of WASI may use that it is held to.',
} satisfies Record<string, string>;

export type RuleName = keyof typeof RULES;
