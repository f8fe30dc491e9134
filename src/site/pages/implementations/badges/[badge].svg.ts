import type { APIRoute } from 'astro';
import { content } from '../../../content.ts';
import { releaseViews, score } from '../../../implementations/views.ts';
import { html } from '../../../render/html.ts';

export function getStaticPaths() {
  const site = content();
  return releaseViews(site).flatMap(({ release, tests }) =>
    (site.matrix?.runtimes ?? []).flatMap(({ name }, at) => {
      const { passed, ran } = score(tests, at);
      const props = {
        label: `${name}, WASI ${release}`,
        said: `${passed} of ${ran} tests`,
        isWhole: passed === ran,
      };
      return ran > 0 ? [{ params: { badge: `${name}-${release}` }, props }] : [];
    }),
  );
}

/** A badge for a README: the runtime and release, and how many tests pass. */
export const GET: APIRoute = ({ props: { label, said, isWhole } }) => {
  const left = 10 + String(label).length * 6.5;
  const right = 10 + String(said).length * 6.5;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${said}"><title>${label}: ${said}</title><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${isWhole ? '#18623a' : '#8a5a00'}"/><g fill="#fff" font-family="Verdana,sans-serif" font-size="11"><text x="5" y="14">${label}</text><text x="${left + 5}" y="14">${said}</text></g></svg>`;
  return new Response(String(svg), { headers: { 'content-type': 'image/svg+xml' } });
};
