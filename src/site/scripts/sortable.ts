/**
 * Turns column heads into buttons that sort the rows by `data-<key>`: numbers downwards first, words upwards.
 * @returns a function that sorts again, for when the rows were replaced.
 */
export function sortable(heads: Iterable<HTMLElement>, body: HTMLTableSectionElement): () => void {
  let chosen: { key: string; upwards: boolean } | undefined;
  const all = [...heads];

  const sort = () => {
    if (!chosen) return;
    const { key, upwards } = chosen;
    const rows = [...body.rows].sort((a, b) => compare(a.dataset[key] ?? '', b.dataset[key] ?? ''));
    body.append(...(upwards ? rows : rows.reverse()));
  };
  for (const head of all) {
    const key = head.dataset.sort ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const first = key !== 'phase';
      chosen = { key, upwards: chosen?.key === key ? !chosen.upwards : first };
      for (const other of all) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', chosen.upwards ? 'ascending' : 'descending');
      sort();
    });
  }
  return sort;
}

function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}
