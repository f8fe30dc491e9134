/** The notes of a meeting: follow one speaker or topic, and copy a citation of a turn. */
const notes = document.querySelector<HTMLElement>('[data-notes]');
const form = document.querySelector<HTMLFormElement>('[data-follow]');

if (notes) {
  // Anchors of topics had no mark of their own once.
  const asked = location.hash.slice(1);
  if (asked && !document.getElementById(asked)) document.getElementById(`topic-${asked}`)?.scrollIntoView();
  const turns = [...notes.querySelectorAll<HTMLElement>('.turn')];
  if (form) follow(turns, form);
  for (const event of ['pointerover', 'focusin']) {
    notes.addEventListener(event, ({ target }) => {
      const turn = (target as Element).closest<HTMLElement>('.turn');
      if (turn) offerCitation(turn, notes.dataset.source ?? '');
    });
  }
}

function follow(turns: HTMLElement[], form: HTMLFormElement): void {
  const apply = () => {
    const { speaker = '', topic = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    let shown = 0;
    for (const turn of turns) {
      const spoken = turn.dataset.person ?? turn.dataset.speaker;
      turn.hidden = Boolean((speaker && spoken !== speaker) || (topic && turn.dataset.topic !== topic));
      if (!turn.hidden) shown += 1;
    }
    const output = form.querySelector('output');
    if (output) output.textContent = speaker || topic ? `${shown} of ${turns.length} turns` : '';
  };
  form.dataset.live = 'ready';
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // A permalink to a turn that is hidden shows it.
  window.addEventListener('hashchange', () => {
    const turn = document.getElementById(location.hash.slice(1));
    if (!turn?.hidden) return;
    form.reset();
    apply();
    turn.scrollIntoView();
  });
}

/** Adds the button that copies who said it, where, when, and the permalink. */
function offerCitation(turn: HTMLElement, source: string): void {
  const label = turn.querySelector('.speaker');
  if (!label || label.querySelector('button')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cite';
  button.textContent = 'Cite';
  button.setAttribute('aria-label', `Copy a citation of this turn of ${turn.dataset.speaker}`);
  button.addEventListener('click', async () => {
    const link = new URL(`#${turn.id}`, location.href.replace(/[?#].*/, ''));
    const citation = `${turn.dataset.person ?? turn.dataset.speaker}, ${source}, ${link}`;
    try {
      await navigator.clipboard.writeText(citation);
      button.textContent = 'Copied';
    } catch {
      button.replaceWith(Object.assign(document.createElement('code'), { textContent: citation }));
    }
  });
  label.append(button);
}
