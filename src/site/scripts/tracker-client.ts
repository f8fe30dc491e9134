import type { Status } from '../../tracker/index.ts';
import type { MinutesLink } from '../render/evidence.ts';
import type { TrackerData } from '../tracker/tracker-data.ts';

/** The tracker in the browser: its data, and the same code that computed the page. */
export interface TrackerClient {
  data: TrackerData;
  statusOn(day: string): Status;
  minutes: MinutesLink;
  /** Completes a path from the site's root. */
  href(path: string): string;
}

let loading: Promise<TrackerClient> | undefined;

/** Loads data and code on first use, once. */
export function trackerClient(): Promise<TrackerClient> {
  loading ??= load();
  return loading;
}

async function load(): Promise<TrackerClient> {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const href = (path: string) => base + path;
  const [response, { status }] = await Promise.all([
    fetch(href('/api/v1/tracker.json')),
    import('../../tracker/browser.ts'),
  ]);
  const data: TrackerData = await response.json();
  return {
    data,
    href,
    statusOn: (day) => status(data.input, day),
    minutes: (meeting, line) => {
      const anchors = data.anchors[meeting];
      if (!anchors) return null;
      const anchor = line === undefined ? undefined : anchors[line];
      return href(`/meetings/${meeting}/${anchor ? `#${anchor}` : ''}`);
    },
  };
}
