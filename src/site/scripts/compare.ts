// Any two versions of a package: what reads and compares them is loaded once the address asks for it.

const place = document.querySelector<HTMLElement>('[data-compare]');
const query = new URLSearchParams(location.search);
const [older, newer] = [query.get('old'), query.get('new')];

if (place && older && newer) {
  const form = document.querySelector<HTMLFormElement>('.versions-form');
  for (const [name, version] of [
    ['old', older],
    ['new', newer],
  ] as const) {
    const select = form?.elements.namedItem(name);
    if (select instanceof HTMLSelectElement) select.value = version;
  }
  document.querySelector('[data-steps]')?.setAttribute('hidden', '');
  place.textContent = 'Comparing …';
  import('./compare-versions.ts')
    .then(({ compareVersions }) => compareVersions(place, older, newer))
    .catch(() => {
      place.textContent = `There is no ${older} or no ${newer} of this package here.`;
    });
}
