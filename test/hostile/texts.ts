/** A kind of text that takes a careless reader far longer than its length. */
export interface HostileText {
  name: string;
  /** The text with about so many characters. */
  made: (size: number) => string;
}

const text = (name: string, unit: string, { head = '', tail = '' } = {}): HostileText => ({
  name,
  made: (size) => head + unit.repeat(Math.ceil(size / unit.length)) + tail,
});

/** Each unit with its number in the place of `#`, so that no two are alike. */
const counted = (name: string, unit: string, { head = '', tail = '' } = {}): HostileText => ({
  name,
  made: (size) => {
    const count = Math.ceil(size / (unit.length + 3));
    const units = Array.from({ length: count }, (_, i) => unit.replaceAll('#', String(i)));
    return head + units.join('') + tail;
  },
});

/** So many openers, and then as many closers. */
const nested = (name: string, open: string, close: string, { head = '', tail = '' } = {}): HostileText => ({
  name,
  made: (size) => {
    const count = Math.ceil(size / (open.length + close.length));
    return head + open.repeat(count) + close.repeat(count) + tail;
  },
});

const NOTES = '# 2027-03-04\n\n## Attendees\n\n- Ada Low\n- Bo Ek\n\n## Notes\n\n';

/** What Markdown takes for more than words, in a note or in documentation. */
export const MARKDOWN: HostileText[] = [
  text('a line of one letter', 'a'),
  text('a line of words', 'word '),
  text('a run of spaces', ' ', { head: 'a', tail: 'b' }),
  text('a run of tabs', '\t', { head: 'a', tail: 'b' }),
  text('blank lines', '\n'),
  text('lines of spaces', '        \n'),
  text('spaces after each word', 'a                \n'),
  text('a run of stars', '*'),
  text('stars with letters', '*a '),
  text('double stars with letters', '**a '),
  text('stars on both sides', '*a*'),
  text('emphasis of every kind', '*a **b _c __d '),
  text('underscores', '_a_'),
  text('tildes', '~a '),
  text('brackets that open', '['),
  text('brackets that close', ']'),
  nested('brackets in brackets', '[', ']'),
  nested('links in links', '[a](', ')'),
  text('links that never close', '[a](b'),
  text('links with a title that never closes', '[a](b "c '),
  text('pictures', '![a](b) '),
  text('angle brackets', '<'),
  text('addresses in angle brackets', '<a:b '),
  text('comments that never close', '<!-- '),
  text('addresses', 'https://a.example/b '),
  text('an address of brackets', '(', { head: 'https://a.example/' }),
  text('mail', 'a@b.c '),
  text('mail that never ends', 'a@a.', { tail: '!' }),
  text('entities', '&amp;'),
  text('ampersands', '&'),
  text('backslashes', '\\'),
  text('a run of code marks', '`'),
  {
    name: 'code marks of each length',
    made: (size) =>
      Array.from({ length: Math.ceil(Math.sqrt(2 * size)) }, (_, i) => `${'`'.repeat(i + 1)}a`).join(''),
  },
  text('fences that never close', '```\n\n'),
  text('fences of two kinds', '```\n~~~\n'),
  text('quotations in one another', '> '),
  text('quotations of one line', '> a\n'),
  text('a quotation, then a line that goes on', '> > > a\nb\n'),
  text('lists in one another', '- '),
  text('numbered lists in one another', '1. '),
  {
    name: 'lists by indentation',
    made: (size) =>
      Array.from({ length: Math.ceil(Math.sqrt(2 * size)) }, (_, i) => `${' '.repeat(i)}- a\n`).join(''),
  },
  text('a long list', '- a\n'),
  text('a long list with gaps', '- a\n\n'),
  text('a list of two marks', '- a\n* b\n'),
  text('headings', '# a\n'),
  text('headings with their text', '## a\n\nb\n\n'),
  counted('headings of many names', '## a#\n'),
  text('a heading of marks', '#', { head: '# a ' }),
  text('underlined headings', 'a\n---\n'),
  text('underlined headings of two lines', 'a\nb\n===\n'),
  text('rules', '---\n'),
  text('rules of stars', '* * *\n'),
  text('a long rule', `${'- '.repeat(8)}\n`),
  text('a paragraph of many lines', 'a\n'),
  text('a paragraph of lines that break', 'a  \n'),
  text('a table of one row', '|a', { tail: '|\n|-\n' }),
  text('a table of many rows', '|a|b|\n', { head: '|a|b|\n|-|-|\n' }),
  text('a table that is as wide as it is long', '|a', { tail: `\n${'|-'.repeat(1000)}\n|a\n` }),
  text('tables of two lines', '|a|\n|-|\n'),
  text('rows without a table', '|a|b|c|\n'),
  text('rows of dashes', '|-|-|\n'),
  counted('definitions', '[a#]: /b\n'),
  counted('definitions and what uses them', '[a#]: /b\n\n[a#]\n\n'),
  text('one definition again and again', '[a]: /b\n'),
  text('references to one definition', '[a] ', { tail: '\n\n[a]: /b\n' }),
  text('definitions that never end', '[a]: <b "c\n'),
  text('footnotes', '[^a]: b\n\n[^a]\n\n'),
  text('tasks', '- [ ] a\n'),
  text('carriage returns', 'a\r'),
  text('marks of other scripts', '\u202e\u0301a'),
];

/** What the fields of a note are found by. */
export const NOTE: HostileText[] = [
  ...MARKDOWN,
  text('turns', '**Ada**: a\n\n', { head: NOTES }),
  text('turns of one line', 'Ada Low: a\n', { head: NOTES }),
  counted('speakers of many names', '**Person#**: a\n\n', { head: NOTES }),
  counted('attendees', '- Person Number# (Firm#)\n', { head: '# 2027-03-04\n\n## Attendees\n\n' }),
  text('one attendee again and again', '- Ada Low\n', { head: '# 2027-03-04\n\n## Attendees\n\n' }),
  text('a line of attendees', 'Ada Low, ', { head: '# 2027-03-04\n\nAttendees: ' }),
  text('labels of a decision', 'RESOLVED: ', { head: NOTES }),
  text('decisions', 'RESOLVED: a\n\n', { head: NOTES }),
  text('consensus', 'we have consensus to advance to phase 2 ', { head: NOTES }),
  text('consensus, line by line', 'Consensus: advance to phase 2\n', { head: NOTES }),
  text('votes', 'SF: 3, F: 2, N: 1, A: 0, SA: 0\n\n', { head: NOTES }),
  text('votes of one line', 'SF: 3 F: 2 N: 1 A: 0 SA: 0 ', { head: NOTES }),
  text('letters of votes', 'SF F N A SA ', { head: NOTES }),
  text('tables of votes', '|SF|F|N|A|SA|\n|-|-|-|-|-|\n|1|2|3|4|5|\n\n', { head: NOTES }),
  text('polls', '### Poll: should a advance to phase 2?\n\n', { head: NOTES }),
  text('questions', 'Should we advance to phase 2? Yes. ', { head: NOTES }),
  text('phases', 'phase 1 to phase 2 ', { head: NOTES }),
  text('tasks of people', '- Ada to do a\n', { head: NOTES }),
  text('actions', 'ACTION: Ada: a\n', { head: NOTES }),
  text('actions of one line', 'ACTION: Ada ', { head: NOTES }),
  text('days', '2027-03-04 ', { head: '# ' }),
  text('months', 'March 4th, 2027 ', { head: '# ' }),
  text('hours', '09:00 ', { head: '# 2027-03-04\n\n**When**: ' }),
  text('agendas', '## Agenda\n\n1. a\n', { head: '# 2027-03-04\n\n' }),
  text('parts', '## Attendees\n\n## Agenda\n\n## Notes\n\n'),
  text('words of a package', 'wasi:keyvalue/cache.get-or-set ', { head: NOTES }),
  text('names with a hyphen', 'a-', { head: NOTES }),
  text('chats', '[10:00] <ada> a\n', { head: NOTES }),
  text('front matter of many keys', 'a: b\n', { head: '---\n', tail: '---\n' }),
  text('front matter that never closes', 'a: b\n', { head: '---\n' }),
];

/** WIT, within a package and an interface where it has to be. */
export const WIT: HostileText[] = [
  text('one letter', 'a'),
  text('a comment', '/', { head: 'package a:b;\n' }),
  text('comments', '// a\n'),
  text('comments of documentation', '/// a\n', { tail: 'package a:b;\n' }),
  text('documentation of one line', '/// a\ntype t = u8;\n', {
    head: 'package a:b;\ninterface i {\n',
    tail: '}',
  }),
  text('comments in comments', '/*'),
  nested('comments that close', '/*', '*/'),
  text('braces', '{'),
  nested('lists in lists', 'list<', '>', { head: 'package a:b;\ninterface i { type t = ', tail: ' }' }),
  nested('options', 'option<', '>', { head: 'package a:b;\ninterface i { f: func(a: ', tail: '); }' }),
  counted('packages in packages', 'package a:b# {\n'),
  counted('interfaces', 'interface i# {}\n', { head: 'package a:b;\n' }),
  text('one interface again and again', 'interface i {}\n', { head: 'package a:b;\n' }),
  counted('types that follow one another', 'type t# = u8;\n', {
    head: 'package a:b;\ninterface i {\n',
    tail: '}',
  }),
  {
    name: 'types that lead to one another',
    made: (size) =>
      `package a:b;\ninterface i {\n${Array.from({ length: Math.ceil(size / 18) }, (_, i) => `type t${i} = t${i + 1};\n`).join('')}}`,
  },
  counted('functions', 'f#: func(a: u8) -> u8;\n', { head: 'package a:b;\ninterface i {\n', tail: '}' }),
  counted('parameters', 'a#: u8, ', { head: 'package a:b;\ninterface i { f: func(', tail: '); }' }),
  counted('fields', 'a#: u8,\n', { head: 'package a:b;\ninterface i { record r {\n', tail: '} }' }),
  counted('cases', 'a#,\n', { head: 'package a:b;\ninterface i { enum e {\n', tail: '} }' }),
  counted('imports', 'import i#: func();\n', { head: 'package a:b;\nworld w {\n', tail: '}' }),
  counted('worlds that include one another', 'world w# { import i#: func(); include w; }\n', {
    head: 'package a:b;\nworld w {}\n',
  }),
  counted('uses of what is not there', 'use x#.{y};\n', { head: 'package a:b;\ninterface i {\n', tail: '}' }),
  counted('gates', '@since(version = 0.#.0)\n', { head: 'package a:b;\n', tail: 'interface i {}' }),
  text('a name of hyphens', 'a-', { head: 'package a:b;\ninterface ' }),
  text('percent signs', '%'),
  text('a version', '1.', { head: 'package a:b@' }),
  text('semicolons', ';'),
  text('quotation marks', '"'),
];

/** YAML of people's own files. */
export const YAML: HostileText[] = [
  text('one letter', 'a'),
  text('lists in one another', '['),
  nested('lists that close', '[', ']', { head: 'a: ' }),
  nested('mappings that close', '{a: ', '}', { head: 'a: ' }),
  counted('keys', 'k#: 1\n'),
  text('one key again and again', 'k: 1\n'),
  text('entries', '- a\n'),
  text('entries in one line', '- '),
  text('a text of many lines', '  a\n', { head: 'a: |\n' }),
  text('a text in quotation marks', '\\n', { head: 'a: "', tail: '"' }),
  text('quotation marks', '"'),
  text('documents', '---\n'),
  text('comments', '# a\n'),
  text('anchors', '&a '),
  text('aliases', '*a '),
  text('tags', '!a '),
  text('colons', ': '),
  text('question marks', '? '),
  text('spaces', ' ', { head: 'a:' }),
];

const PHASE = '### Phase 2 - Feature description\n\n| Proposal | Champion |\n| - | - |\n';

/** Pages of proposals. */
export const PAGE: HostileText[] = [
  text('one letter', 'a'),
  text('a row of bars', '|', { head: PHASE }),
  text('a row of backslashes', '\\', { head: `${PHASE}| a`, tail: '| b |\n' }),
  text('one row again and again', '| [a][b] | c |\n', { head: PHASE }),
  counted('rows', '| [a#](https://github.com/a/b#) | c# |\n', { head: PHASE }),
  counted('definitions', '[a#]: https://a.example/#\n', { head: PHASE }),
  text('brackets that open', '[', { head: `${PHASE}| ` }),
  text('brackets in a row', '[a](', { head: `${PHASE}| ` }),
  text('round brackets in a row', '(', { head: `${PHASE}| ` }),
  text('references in a row', '[a] ', { head: `${PHASE}| ` }),
  text('spaces in a row', ' ', { head: `${PHASE}| a`, tail: 'b | c |\n' }),
  text('commas of champions', ', ', { head: `${PHASE}| a | ` }),
  text('spaces between champions', ' ', { head: `${PHASE}| a | b`, tail: 'c |\n' }),
  text('colons in a row', ': ', { head: `${PHASE}| a` }),
  text('phases', 'phase ', { head: '### ' }),
  text('headings', `### Phase 2\n\n| Proposal |\n| - |\n| a |\n`),
  text('hyphens', '-', { head: `${PHASE}| a`, tail: '_ |\n' }),
  text('line breaks in a cell', '<br ', { head: `${PHASE}| a | ` }),
];

/** What is typed into the search. */
export const QUERY: HostileText[] = [
  text('one letter', 'a'),
  text('words', 'a '),
  text('hyphens', '-'),
  text('at signs', '@'),
  text('at signs and digits', '@1.'),
  text('spaces', ' ', { head: 'a', tail: '!' }),
  text('capitals', 'A'),
  text('angle brackets', 'list<'),
  text('arrows', '->'),
  text('func', 'func '),
  text('brackets', '(', { tail: '->' }),
  text('commas', 'a,', { tail: '-> b' }),
  text('colons', 'a:', { tail: '-> b' }),
  text('quotation marks', "'", { tail: 'a' }),
  text('numbers of methods', '#[a-'),
];
