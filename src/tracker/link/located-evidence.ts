import type { Meeting } from '../../meetings/index.ts';
import type { Problem } from '../../problem.ts';
import { guess } from '../../schema/index.ts';
import { locatePassage, nearestPassage, type Searchable, searchable } from '../locate-passage.ts';
import type { Authored, Evidence, WitFacts } from '../model.ts';
import { type Content, errorAt } from './content.ts';

/** Finds the minutes' lines for evidence, and reports what is not there. */
export interface Locator {
  problems: Problem[];
  /** The evidence with path and line, `at` being its key in the file. */
  locate(file: Authored<unknown>, at: string, evidence: Evidence[]): Evidence[];
}

/** Looks for the evidence of one file after the other; the problems grow as it does. */
export function locator(content: Content): Locator {
  const problems: Problem[] = [];
  const byDate = Map.groupBy(content.meetings, ({ date }) => date);
  const prepared = new Map<string, Searchable>();
  const textOf = (path: string) => {
    const known = prepared.get(path) ?? searchable(content.sources.get(path) ?? '');
    prepared.set(path, known);
    return known;
  };
  const one = (file: Authored<unknown>, at: string, piece: Evidence): Evidence => {
    if (piece.kind === 'wit') problems.push(...unknownWit(file, `${at}.wit`, piece.path ?? '', content.wit));
    if (piece.kind !== 'minutes') return piece;
    const meetings = byDate.get(piece.meeting ?? '') ?? [];
    for (const meeting of meetings) {
      const line = locatePassage(textOf(meeting.path), piece.quote ?? '');
      if (line)
        return { ...piece, path: meeting.path, line, ...(meeting.restated ? { restated: true } : {}) };
    }
    problems.push(
      meetings.length === 0
        ? errorAt(
            file,
            `${at}.meeting`,
            'unknown-meeting',
            `expected a day with minutes, found ${piece.meeting}`,
            daysNear(content.meetings, piece.meeting ?? ''),
          )
        : missing(file, at, piece, meetings, textOf),
    );
    return piece;
  };
  return {
    problems,
    locate: (file, at, evidence) => evidence.map((piece, i) => one(file, `${at}.${i}`, piece)),
  };
}

/** A package that evidence points at is there; so is a folder above one. Paths are seen from the working directory. */
function unknownWit(file: Authored<unknown>, key: string, wanted: string, known: WitFacts[]): Problem[] {
  const isThere = known.some(({ path }) => `/${path}/`.includes(`/${wanted}/`));
  if (isThere || known.length === 0) return [];
  const hint = guess(
    wanted,
    known.map(({ path }) => path),
  );
  return [errorAt(file, key, 'unknown-wit', `expected the path of a WIT package, found "${wanted}"`, hint)];
}

function missing(
  file: Authored<unknown>,
  at: string,
  piece: Evidence,
  meetings: Meeting[],
  textOf: (path: string) => Searchable,
): Problem {
  const near = meetings
    .map(({ path }) => ({ path, found: nearestPassage(textOf(path), piece.quote ?? '') }))
    .find(({ found }) => found);
  const message = `expected a passage of the minutes of ${piece.meeting}, word for word, and they do not hold this one`;
  const hint = near?.found && `the nearest passage is in ${near.path}:${near.found.line}: ${near.found.text}`;
  return errorAt(file, `${at}.passage`, 'passage-not-found', message, hint);
}

function daysNear(meetings: Meeting[], wanted: string): string | undefined {
  const days = meetings
    .map(({ date }) => date)
    .filter(Boolean)
    .sort();
  const before = days.findLast((day) => day < wanted);
  const after = days.find((day) => day > wanted);
  return before || after
    ? `there are minutes of ${[before, after].filter(Boolean).join(' and ')}`
    : undefined;
}
