/** The page on which passages are reviewed. What notes say reaches it as data and is only ever set as text. */
export function reviewPage(nonce: string, token: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="token" content="${token}">
<title>Review</title>
<style nonce="${nonce}">${STYLE}</style>
<main>
  <h1>Review <span id="count" role="status"></span></h1>
  <p class="keys"><kbd>a</kbd> accept <kbd>c</kbd> change <kbd>d</kbd> dismiss <kbd>j</kbd> <kbd>k</kbd> next, previous</p>
  <article id="item" tabindex="-1" aria-live="polite">
    <h2 id="title"></h2>
    <p id="facts"></p>
    <pre id="before" class="around"></pre>
    <pre id="passage"></pre>
    <pre id="after" class="around"></pre>
    <h3>The event</h3>
    <p id="file"></p>
    <textarea id="yaml" rows="14" spellcheck="false" aria-label="The event, as YAML"></textarea>
    <p id="changes"></p>
    <ul id="problems" role="alert"></ul>
    <p>
      <button id="accept">Accept</button>
      <label>Why it is no decision <input id="why" list="reasons" autocomplete="off"></label>
      <datalist id="reasons">
        <option value="only talked about"><option value="retold: decided elsewhere or earlier">
        <option value="a plan"><option value="the same as another decision"><option value="no decision of the group">
      </datalist>
      <button id="dismiss">Dismiss</button>
      <button id="previous">Previous</button>
      <button id="next">Next</button>
    </p>
  </article>
  <p id="empty" hidden>Nothing waits.</p>
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.25rem; } h2 { font-size: 1.1rem; }
pre, textarea { white-space: pre-wrap; overflow-wrap: anywhere; width: 100%; box-sizing: border-box; font: 0.9rem/1.45 ui-monospace, monospace; margin: 0; }
#passage { border-inline-start: 4px solid; padding-inline-start: 0.75rem; margin-block: 0.5rem; }
.around { opacity: 0.7; }
#problems { color: light-dark(#a00, #f99); }
kbd { border: 1px solid; border-radius: 4px; padding: 0 0.35em; }
`;

const SCRIPT = `
const byId = (id) => document.getElementById(id);
const token = document.querySelector('meta[name=token]').content;
let items = [];
let at = 0;

async function ask(path, body) {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: { 'x-witness-token': token, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.json();
}

function tell(problems) {
  byId('problems').replaceChildren(...problems.map((text) => {
    const line = document.createElement('li');
    line.textContent = text;
    return line;
  }));
}

function changeText({ proposal, what, id, from, to }) {
  return [proposal, id, what].filter(Boolean).join(' ') + ': ' + (from ?? 'unknown') + ' to ' + (to ?? 'unknown');
}

function show() {
  byId('count').textContent = items.length === 0 ? '' : (at + 1) + ' of ' + items.length;
  byId('item').hidden = items.length === 0;
  byId('empty').hidden = items.length > 0;
  tell([]);
  const item = items[at];
  if (!item) return;
  byId('title').textContent = item.meeting + (item.heading ? ': ' + item.heading : '');
  byId('facts').textContent = item.path + ':' + item.cueLine + ' · ' +
    (item.kind === 'decision' ? 'stated by the notes' : 'may be one, ' + Math.round(item.score * 100) + ' of 100: ' + item.cues.join(', '));
  for (const part of ['before', 'passage', 'after']) byId(part).textContent = item[part];
  byId('file').textContent = item.event.file;
  byId('yaml').value = item.event.yaml;
  byId('changes').textContent = item.changes.length === 0 ? 'Changes nothing on the board.' : 'Changes ' + item.changes.map(changeText).join('; ');
  byId('why').value = '';
}

function go(step) {
  at = Math.max(0, Math.min(items.length - 1, at + step));
  show();
  byId('item').focus();
}

async function settle(path, body) {
  const item = items[at];
  if (!item) return;
  const answer = await ask(path, { id: item.id, ...body });
  if (!answer.done) return tell(answer.problems);
  items.splice(at, 1);
  go(0);
}

const accept = () => settle('/accept', { yaml: byId('yaml').value });
const dismiss = () => settle('/dismiss', { why: byId('why').value });
byId('accept').onclick = accept;
byId('dismiss').onclick = dismiss;
byId('next').onclick = () => go(1);
byId('previous').onclick = () => go(-1);
byId('why').onkeydown = (event) => { if (event.key === 'Enter') dismiss(); };

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(?:INPUT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === 'Escape') return byId('item').focus();
  if (typing) return;
  const act = { a: accept, c: () => byId('yaml').focus(), d: () => byId('why').focus(), j: () => go(1), k: () => go(-1) }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

ask('/items.json').then((all) => { items = all; show(); });
`;
