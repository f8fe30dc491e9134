import { type ComparedVersions, sameTrack } from './pairing/index.ts';

/** Whether the new package promises to be compatible with the old one; across tracks gates start afresh. */
export function onOneTrack({ old, new: now }: ComparedVersions): boolean {
  return sameTrack(old.packages[old.main]?.version, now.packages[now.main]?.version);
}
