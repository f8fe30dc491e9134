import { changesHtml } from '../render/changes.ts';
import { longDay } from '../render/day.ts';
import { html } from '../render/html.ts';
import { trackerClient } from './tracker-client.ts';

/** The page of changes: any two days, also from the address (`?from=2023-07-13&to=2024-01-25`). */
const root = document.querySelector<HTMLElement>('[data-changes]');
const form = root?.querySelector('form');
const result = root?.querySelector('[data-changes-result]');

if (form && result) {
  const show = async () => {
    const { from, to } = Object.fromEntries(new FormData(form)) as { from: string; to: string };
    if (!from || !to) return;
    const [{ data, href }, { changesBetween }] = await Promise.all([
      trackerClient(),
      import('../../tracker/browser.ts'),
    ]);
    const [first, last] = from <= to ? [from, to] : [to, from];
    result.innerHTML = String(
      html`<p>From ${longDay(first)} to ${longDay(last)}:</p>${changesHtml(changesBetween(data.input, first, last), data.input, href)}`,
    );
    history.replaceState(history.state, '', `?from=${from}&to=${to}`);
  };
  form.dataset.live = 'ready';
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  const asked = new URL(location.href).searchParams;
  for (const name of ['from', 'to']) {
    const field = form.elements.namedItem(name);
    const day = asked.get(name);
    if (field instanceof HTMLInputElement && day) field.value = day;
  }
  if (asked.has('from') || asked.has('to')) show();
}
