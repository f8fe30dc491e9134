import { longDay } from '../render/day.ts';

/** A date control in the page: it tells where it stands, and calls back when it is moved. */
export interface DateSlider {
  last: string;
  /** @param day a day between the first and the last stop. */
  set(day: string): void;
}

/**
 * Brings a date slider to life: stops at the days on which something happened, any day by the date field, and the
 * day in the address (`?as-of=`), so that it can be linked to.
 * @param onDay is called with each day that is chosen, also with the one that the address asks for.
 */
export function dateSlider(root: HTMLElement, onDay: (day: string) => void): DateSlider {
  const days = (root.dataset.days ?? '').split(' ').filter(Boolean);
  const last = root.dataset.last ?? days.at(-1) ?? '';
  const range = root.querySelector<HTMLInputElement>('[type=range]');
  const date = root.querySelector<HTMLInputElement>('[type=date]');
  if (!range || !date) throw new Error('the date slider lacks its controls');

  const show = (day: string) => {
    const stop = days.findLastIndex((one) => one <= day);
    range.value = String(Math.max(0, stop));
    range.setAttribute('aria-valuetext', longDay(day));
    date.value = day;
  };
  const choose = (day: string) => {
    show(day);
    const url = new URL(location.href);
    if (day === last) url.searchParams.delete('as-of');
    else url.searchParams.set('as-of', day);
    history.replaceState(history.state, '', url);
    onDay(day);
  };
  range.addEventListener('input', () => choose(days[Number(range.value)] ?? last));
  date.addEventListener('change', () => {
    if (date.value) choose(date.value > last ? last : date.value);
  });
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', () => {
      const at = Number(range.value) + Number(button.dataset.step);
      const day = days[Math.max(0, Math.min(days.length - 1, at))];
      if (day) choose(day);
    });
  }
  root.dataset.live = 'ready';
  const asked = new URL(location.href).searchParams.get('as-of');
  if (asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked < last) choose(asked);
  return { last, set: choose };
}
