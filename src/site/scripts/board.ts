import { FIRST_RELEASE } from '../../tracker/first-release.ts';
import { boardRows } from '../render/board.ts';
import { statusForRelease } from '../tracker/status-for-release.ts';
import { dateSlider } from './date-slider.ts';
import { sortable } from './sortable.ts';
import { trackerClient } from './tracker-client.ts';

/** The board of a release: filter, sort, and move through time. */
const board = document.querySelector<HTMLElement>('[data-board]');
const body = board?.querySelector('tbody');
const form = board?.querySelector<HTMLFormElement>('[data-board-filter]');
const slider = board?.querySelector<HTMLElement>('[data-date-slider]');

if (board && body && form && slider) {
  const filter = () => {
    const { standing, name } = Object.fromEntries(new FormData(form)) as { standing: string; name: string };
    const wanted = name.trim().toLowerCase();
    const rows = [...body.rows];
    for (const row of rows) {
      row.hidden =
        Boolean(standing && row.dataset.standing !== standing) || !row.dataset.name?.includes(wanted);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    const count = board.querySelector('[data-board-count]');
    if (count) count.textContent = `${shown} of ${rows.length}`;
  };
  const resort = sortable(board.querySelectorAll<HTMLElement>('th[data-sort]'), body);
  form.dataset.live = 'ready';
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());

  const release = board.dataset.board || FIRST_RELEASE;
  let asked = '';
  dateSlider(slider, async (day) => {
    asked = day;
    const { data, statusOn, minutes, href } = await trackerClient();
    if (day !== asked) return;
    const proposal = (id: string) => href(`/proposals/${id}/`);
    body.innerHTML = String(
      boardRows(statusForRelease(statusOn(day), release), data.input, { minutes, proposal }, release),
    );
    resort();
    filter();
  });
  filter();
}
