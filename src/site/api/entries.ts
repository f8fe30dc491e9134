import { RELEASES, since, type Target } from '../../conformance/index.ts';
import { status } from '../../tracker/index.ts';
import type { Content } from '../content.ts';
import { viewPath } from '../implementations/views.ts';
import { anchorOfLine } from '../meetings/places.ts';
import { itemPath, namedItems, packagePath } from '../wit/addresses.ts';

/** What `api/v1/<name>.json` holds. Every entry has a `url`, relative to the site's root and without a slash first. */
export const API = {
  meetings: ({ meetings }: Content) =>
    meetings.map(({ slug, meeting }) => ({ ...meeting, url: `meetings/${slug}/` })),

  proposals: ({ tracker, asOf }: Content) => {
    const judged = new Map(status(tracker, asOf).proposals.map((proposal) => [proposal.id, proposal]));
    return tracker.proposals.map((proposal) => ({
      ...proposal,
      ...judged.get(proposal.id),
      asOf,
      url: `proposals/${proposal.id}/`,
    }));
  },

  criteria: ({ tracker }: Content) =>
    tracker.criteria.map((set) => ({
      ...set,
      url: `criteria/${set.id}/`,
      criteria: set.criteria.map((criterion) => ({
        ...criterion,
        url: `criteria/${set.id}/#${criterion.id}`,
      })),
    })),

  packages: ({ packages }: Content) =>
    packages.map((pkg) => ({
      name: pkg.name,
      version: pkg.version ?? null,
      url: relative(packagePath(pkg.package)),
      uses: pkg.uses,
      interfaces: pkg.interfaces
        .filter(({ named }) => named)
        .map(({ name, address, package: id }) => ({
          name,
          address,
          url: relative(itemPath({ address, package: id })),
        })),
      worlds: pkg.worlds.map(({ name, address, package: id }) => ({
        name,
        address,
        url: relative(itemPath({ address, package: id })),
      })),
    })),

  events: ({ tracker, meetings }: Content) =>
    tracker.events.map((event) => {
      const place = event.evidence.find(({ kind, meeting }) => kind === 'minutes' && meeting);
      const entry = meetings.find(({ slug }) => slug === place?.meeting);
      const url =
        'proposal' in event && event.proposal
          ? `proposals/${event.proposal}/#${event.id}`
          : entry && place?.line
            ? `meetings/${entry.slug}/#${anchorOfLine(entry.meeting, place.line)}`
            : `changes/?to=${event.date}`;
      return { ...event, url };
    }),

  implementations: (site: Content) =>
    (site.matrix?.tests ?? []).map(({ suite, name, target, interfaces, cells }) => ({
      suite,
      test: name,
      target,
      interfaces,
      url: relative(viewPath({ release: RELEASES[target as Target] ?? 'other' })),
      results: (site.matrix?.runtimes ?? []).flatMap(({ name, version, day, systems, isOwn }, at) => {
        const cell = cells[at];
        return cell && cell.stretches.length > 0
          ? [{ runtime: name, version, day, systems, isOwn, since: since(cell) ?? null, ...cell }]
          : [];
      }),
    })),

  search: ({ packages }: Content) =>
    packages.flatMap(namedItems).map(({ kind, name, address, package: id, url }) => ({
      kind,
      name,
      address,
      package: id,
      url: relative(url),
    })),
} satisfies Record<string, (content: Content) => { url: string }[]>;

function relative(path: string): string {
  return path.replace(/^\//, '');
}
