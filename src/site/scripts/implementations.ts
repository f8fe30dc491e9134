/** The filters of a matrix, kept in the address: `?interface=wasi:http/types&verdict=fail&test=client`. */
const root = document.querySelector<HTMLElement>('[data-matrix]');
const form = root?.querySelector<HTMLFormElement>('[data-matrix-filter]');

if (root && form) {
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const count = root.querySelector('[data-matrix-count]');
  const show = () => {
    const given = new FormData(form);
    const wanted = (name: string) => String(given.get(name) ?? '');
    let shown = 0;
    for (const row of rows) {
      const { name = '', faces = '', marks = '' } = row.dataset;
      const isShown =
        name.includes(wanted('test').trim()) &&
        (wanted('interface') === '' || faces.split(' ').includes(wanted('interface'))) &&
        (wanted('verdict') === '' || marks.split(' ').includes(wanted('verdict')));
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    if (count) count.textContent = `${shown} of ${rows.length} tests`;
  };
  const keep = () => {
    const given = new URLSearchParams(
      [...new FormData(form)].flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])),
    );
    history.replaceState(history.state, '', given.size > 0 ? `?${given}` : location.pathname);
    show();
  };
  for (const [name, value] of new URL(location.href).searchParams) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  show();
  form.addEventListener('input', keep);
  form.addEventListener('submit', (event) => event.preventDefault());
}

export {};
