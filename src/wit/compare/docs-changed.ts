import { docAbove } from '../describe/docs.ts';
import type { Place, Resolved } from '../resolve/resolved.ts';
import { membersOf } from './members.ts';
import type { ComparedVersions, Pair } from './pairing/index.ts';

/** The addresses of items that both versions have, with other documentation; a version that it names is none. */
export function changedDocs(versions: ComparedVersions, pairs: readonly Pair[]): string[] {
  const changed = pairs.filter((pair) => {
    if (pair.old === undefined || pair.new === undefined) return false;
    return docsOf(versions, pair, 'old') !== docsOf(versions, pair, 'new');
  });
  return [...new Set(changed.map(({ address }) => address))];
}

function docsOf({ old, new: now }: ComparedVersions, pair: Pair, side: 'old' | 'new'): string {
  const texts = declarations(side === 'old' ? old : now, pair, side).map(
    (at) => at && docAbove(at.file, at.start),
  );
  return texts.map((text) => text?.replace(VERSION, 'VERSION').replace(/\s+/g, ' ').trim() ?? '').join('\n');
}

const VERSION = /\d+\.\d+\.\d+(-[0-9A-Za-z.-]*\w)?/g;

type At = Pick<Place, 'file' | 'start'>;

/** Where the declarations of one side begin: of the item and, for a type, of its members. */
function declarations(resolved: Resolved, pair: Pair, side: 'old' | 'new'): (At | undefined)[] {
  const at = (place: Place | undefined, decl: { start: number } | undefined): At | undefined =>
    place && decl && { file: place.file, start: decl.start };
  switch (pair.kind) {
    case 'package': {
      const pkg = pair[side];
      return (pkg?.headers ?? []).map((header) => {
        const file = pkg?.files.find((each) => each.header === header) ?? pkg?.place.file;
        return file && { file, start: header.start };
      });
    }
    case 'world':
    case 'interface':
    case 'function':
      return [at(pair[side]?.place, pair[side]?.decl)];
    case 'type': {
      const def = pair[side];
      if (def?.decl?.kind === 'use') return [];
      const members = membersOf(def)?.members ?? [];
      return [at(def?.place, def?.decl), ...members.map(({ place }) => at(place, place))];
    }
    case 'entry': {
      const entry = pair[side];
      if (entry?.kind !== 'interface') return [];
      const inPlace = resolved.interfaces[entry.interface];
      return [inPlace?.name === null ? at(inPlace.place, inPlace.decl) : at(entry.place, entry.decl)];
    }
  }
}
