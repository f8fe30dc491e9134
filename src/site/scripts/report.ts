/** A report says which words the reader has marked, and the exact place on the page; a button copies it. */
const LONGEST = 600;
let marked = '';

for (const element of document.querySelectorAll<HTMLElement>('[data-report]')) {
  if (element instanceof HTMLAnchorElement) element.addEventListener('click', () => fillLink(element));
  else offerCopy(element);
}

document.addEventListener('selectionchange', () => {
  const selection = getSelection();
  const words = selection?.anchorNode?.parentElement?.closest('[data-report]')
    ? ''
    : String(selection).trim();
  if (words) marked = words.slice(0, LONGEST);
});

/** The form for a new issue takes its text from the one parameter that holds it. */
function fillLink(link: HTMLAnchorElement): void {
  const url = new URL(link.href);
  for (const [name, text] of [...url.searchParams])
    url.searchParams.set(name, filled(text, link.dataset.report));
  link.href = url.href;
  link.dataset.report = location.href;
}

function filled(text: string, address = ''): string {
  const said = marked ? text.replace(/^> .*$/m, () => `> ${marked.replaceAll('\n', '\n> ')}`) : text;
  return said.replace(`, ${address}\n`, () => `, ${location.href}\n`);
}

function offerCopy(text: HTMLElement): void {
  const original = text.textContent ?? '';
  text.closest('details')?.addEventListener('toggle', () => {
    text.textContent = filled(original, text.dataset.report);
  });
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      button.textContent = 'Copied';
    } catch {
      getSelection()?.selectAllChildren(text);
    }
  });
  text.after(button);
}
