import { describe, expect, it } from 'vitest';
import { parseMeeting, renderNotes } from '../../src/meetings/index.ts';
import { corpusNotes, hasCorpus } from './corpus.ts';
import { fixtureNotes } from './fixtures.ts';
import { groupNotes, hasGroups } from './groups.ts';
import { note } from './note.ts';
import { wordsMissing } from './words-missing.ts';

const PATH = 'meetings/2027/WASI-03-04.md';

function render(body: string, options?: { home?: string }): string {
  const file = { path: PATH, text: note(body) };
  const html = renderNotes(file, parseMeeting(file), options);
  return html.slice(html.indexOf('</ul>', html.indexOf('class="attendees"')) + '</ul>\n'.length);
}

describe('a rendered note', () => {
  it('marks its turns with id, speaker, person and topic', () => {
    expect(render('### One\n\n**Ada** (in chat): Hello *there*.')).toBe(
      '<h3 id="topic-one">One</h3>\n' +
        '<article class="turn" id="turn-1" data-speaker="Ada" data-person="Ada Lark" data-topic="one">' +
        '<p class="speaker"><span class="name">Ada</span> <span class="via">in chat</span>' +
        '<a class="permalink" href="#turn-1" aria-label="Link to this turn"> #</a></p>' +
        '<div class="said"><p>Hello <em>there</em>.</p></div></article>',
    );
  });

  it('marks its decisions where they stand', () => {
    const html = render(
      '### Vote: wasi-x to phase 2\n\nAda: Ready?\n\nSF: 3\nF: 2\n\nAda: The vote passes.\n\n### Names\n\nAda: Any objections?\n\n[none]',
    );
    expect(html).toContain(
      '<div class="vote"><span class="decision" id="decision-1" data-outcome="passed"></span><p>SF: 3<br>F: 2</p></div>',
    );
    expect(html).toMatch(
      /<article class="turn" id="turn-3"[^>]*><span class="decision" id="decision-2" data-outcome="passed">/,
    );
  });

  it('lets no empty cell head a column', () => {
    const html = render('| | SF |\n| --- | --- |\n| io | 3 |');
    expect(html.replace(/\s+/g, '')).toContain('<thead><tr><td></td><th>SF</th></tr></thead>');
  });

  it('shows pseudo-HTML as text and lets no element through', () => {
    const html = render(
      '### list<u8>\n\nAda: It is a `future<T>` or list<bytes>, <demo of it> <b>bold</b><script>alert(1)</script> <img src=x onerror=y>\n\n<details>\n<a href="javascript:x()">y</a>\n</details>\n<!-- hidden -->',
    );
    expect(html.match(/<\/?(?:script|img|b|details|u8|bytes|demo)\b/g)).toBeNull();
    expect(html).toContain('list&#x3C;u8>');
    for (const words of ['list&#x3C;bytes>', '&#x3C;demo of it>', 'alert(1)', 'hidden'])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<a href="javascript/);
  });

  it.each([
    ['[x](javascript:alert(1))', null],
    ['[x](JaVaScRiPt:alert(1))', null],
    ['[x](java&#10;script:alert(1))', null],
    ['[x](data:text/html,hello)', null],
    ['[x](vbscript:x)', null],
    ['[x](file:///etc/passwd)', null],
    ['<javascript:alert(1)>', null],
    [
      '[x](presentations/a%20b.pdf)',
      'https://github.com/WebAssembly/meetings/blob/main/wasi/2027/presentations/a%20b.pdf',
    ],
    ['[x](github.com/a/b)', 'https://github.com/a/b'],
    ['[x](https://example.org/?a=1)', 'https://example.org/?a=1'],
    ['[x][y]\n\n[y]: ../z.md', 'https://github.com/WebAssembly/meetings/blob/main/wasi/z.md'],
    ['https://example.org/a', 'https://example.org/a'],
    ['![logo](https://example.org/a.png)', 'https://example.org/a.png'],
  ])('takes %s to %s', (markdown, href) => {
    const found = [...render(`Ada: ${markdown}`).matchAll(/<a href="([^"#]*)"/g)].map(([, url]) => url);
    expect(found).toEqual(href === null ? [] : [href]);
  });

  it('takes relative links to where the caller says the notes are', () => {
    expect(render('Ada: [x](a.pdf)', { home: 'https://example.org/notes/' })).toContain(
      'href="https://example.org/notes/2027/a.pdf"',
    );
  });

  it('tells stage directions, pasted chat and lines that act as headings apart', () => {
    const html = render(
      'Topic: Names\n\n[discussion]\n\nFrom Ada Lark to Everyone 09:12 AM\n\nFinal discussions:',
    );
    expect([...html.matchAll(/<p class="([\w-]+)">/g)].map(([, name]) => name)).toEqual([
      'topic-line',
      'stage',
      'chat',
      'topic-line',
    ]);
  });

  it('keeps short lines apart and joins wrapped ones', () => {
    const wrapped = 'a line that an editor broke because it had become far too long\nfor it';
    expect(render(`one\ntwo\n\n${wrapped}`)).toBe(`<p>one<br>two</p>\n<p>${wrapped}</p>`);
  });

  it('has every id once', () => {
    const html = render('### turn-1\n\nAda: a\n\n### turn-1\n\nAda: b\n\n### decision-1\n\nNo objections.');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is not led astray by characters that mark places', () => {
    const html = render('**A\ue0010\ue001**: one\n\n**Ben**: \ue000 and *two* \ue0011\ue001');
    expect(html).not.toContain('\ue000');
    expect(html).toContain('\ufffd and <em>two</em>');
  });

  it('escapes names in attributes', () => {
    const file = { path: PATH, text: note('**A"><script>x</script>**: Hello.') };
    const meeting = parseMeeting(file);
    expect(renderNotes(file, meeting)).not.toContain('<script');
  });

  it.each(fixtureNotes())('keeps every word of $path', (file) => {
    expect(wordsMissing(file.text, renderNotes(file, parseMeeting(file)))).toEqual([]);
  });

  it.runIf(hasCorpus)('keeps every word of seven years of real notes', () => {
    for (const file of corpusNotes())
      expect({
        path: file.path,
        missing: wordsMissing(file.text, renderNotes(file, parseMeeting(file))),
      }).toEqual({ path: file.path, missing: [] });
  });

  it.runIf(hasGroups)('keeps every word of other groups’ notes', () => {
    for (const { file } of groupNotes())
      expect({
        path: file.path,
        missing: wordsMissing(file.text, renderNotes(file, parseMeeting(file))),
      }).toEqual({ path: file.path, missing: [] });
  });

  it('ends in good time for notes beyond all use', () => {
    const text = ['[', '*a ', '`` ` ', '> ', '| a ', '- '].map((part) => part.repeat(20_000)).join('\n\n');
    const file = { path: PATH, text: `${note(text)}\n\n${'# x\n\nAda: y\n\n'.repeat(3000)}` };
    expect(renderNotes(file, parseMeeting(file)).length).toBeGreaterThan(100_000);
  });
});
