import { attacks } from './attacks.ts';

const CALL = 'pwned(1)';

/** A source of numbers that gives the same ones for the same seed (mulberry32). */
function dice(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed;
  return (choices) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const at = ((mixed ^ (mixed >>> 14)) >>> 0) % choices.length;
    return choices[at] as (typeof choices)[number];
  };
}

/** What closes whatever a text may have been put into. */
const CLOSERS = [
  '',
  '',
  '>',
  '">',
  "'>",
  '`>',
  '-->',
  ']]>',
  '</a>',
  '</code></pre>',
  '</title>',
  '</td></table>',
  '\\">',
];
/** What parsers of one kind and of another read differently. */
const WRAPPERS = [
  '<table>@</table>',
  '<pre data-language="@">',
  '<svg><style>@</style></svg>',
  '<math><mtext><table><mglyph><style>@',
  '<noscript><p title="</noscript>@">',
  '<form id=forms><input name=attributes>@',
  '<textarea><p title="</textarea>@">',
  '<template>@</template>',
  '<details open ontoggle=CALL>@</details>',
  '<meta http-equiv=refresh content="0;url=/evil">@',
  '<a name=theme id=location href=x>@</a>',
  '<p id=constructor class="turn decision" style="position:fixed;inset:0" data-live>@</p>',
  '<input type=hidden name=q autofocus onfocus=CALL>@',
  '@',
  '@',
];
/** Markdown that carries a text at a place where it becomes an attribute, an id, an address or code. */
const CARRIERS = [
  '[x](foo "@")',
  "[x](foo '@')",
  '[x](<@>)',
  '![@](http://a)',
  '![x](http://a "@")',
  '[@][ref]\n\n[ref]: javascript:CALL "@"',
  '[`evil:evil`](x "@ evil:evil wasi:io")',
  '`` @ ``',
  '```wit @\n@\n```',
  '~~~html onload=CALL\n@\n~~~',
  '| @ | x |\n|---|---|\n| @ | x |',
  '# @ {#location onclick=CALL}',
  '[^@]: @',
  '- [x] @',
  '> @',
  '<http://a/?@>',
  'http://a/"@',
  '**@** _@_ ~~@~~',
  '&lt;@&gt; &#60;@&#62;',
  '$& $1 $` @ {{@}} <%= @ %>',
  '::: note[@]\n@\n:::',
  '@',
  '@',
];
/** Characters that hide, turn or cut what stands beside them. */
const MARKS = [
  '',
  '',
  '',
  '\u202e',
  '\u0001',
  '\ufeff',
  '\u2028',
  '\ue000',
  '\u00ad',
  '\u001b]8;;http://evil\u0007',
  '%0a',
  '&#0;',
];

/** Payloads of a grammar: what runs, what ends the place it stands in, what carries it there. The same for a seed. */
export function payloads(seed: number, count: number): string[] {
  const pick = dice(seed);
  const known = attacks();
  const found = new Set<string>();
  while (found.size < count) {
    const core = pick(MARKS) + pick(CLOSERS) + pick(known);
    const wrapped = pick(WRAPPERS).replaceAll('@', () => core);
    const carried = pick(CARRIERS).replaceAll('@', () => wrapped);
    found.add(carried.replaceAll('CALL', CALL));
  }
  return [...found];
}
