import type { Meeting } from '../../meetings/index.ts';
import type { Problem } from '../../problem.ts';
import { guess } from '../../schema/index.ts';
import { locatePassage, nearestPassage, type Searchable, searchable } from '../locate-passage.ts';
import type { Authored, Evidence, WitFacts } from '../model.ts';
import { citations } from '../originals.ts';
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
  const find = finder(content);
  const linkTo = originalLink(content.meetings);
  /** A piece with the words of the original notes, where these are at hand, and the way to them. */
  const cited = (file: Authored<unknown>, at: string, piece: Evidence): Evidence => {
    const { original } = piece;
    const found = original && find?.(original);
    if (found && 'problem' in found) {
      const problem = errorAt(file, `${at}.original`, found.problem, found.message, found.hint);
      problems.push(found.problem === 'original-missing' ? { ...problem, severity: 'warning' } : problem);
    }
    const verbatim = found && 'verbatim' in found ? found.verbatim : undefined;
    const url = original && linkTo(verbatim ?? original);
    return { ...piece, ...(url ? { url } : {}), ...(verbatim ? { verbatim } : {}) };
  };
  const one = (file: Authored<unknown>, at: string, written: Evidence): Evidence => {
    if (written.kind === 'wit')
      problems.push(...unknownWit(file, `${at}.wit`, written.path ?? '', content.wit));
    if (written.kind !== 'minutes') return written;
    const piece = cited(file, at, written);
    const { original, verbatim, quote } = piece;
    const meetings = byDate.get(piece.meeting ?? '') ?? [];
    const place = meetings
      .map(({ path, restated }) => ({ path, restated, line: locatePassage(textOf(path), quote ?? '') }))
      .find(({ line }) => line !== undefined);
    if (place) {
      const { path, line } = verbatim ?? place;
      return { ...piece, path, line, ...(place.restated ? { restated: true } : {}) };
    }
    if (original && (quote === undefined || meetings.every(({ restated }) => !restated))) {
      const { path, line } = verbatim ?? original;
      return { ...piece, quote: quote ?? titleOf(file), restated: true, path, line };
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

/** Looks up what is cited, where original notes are at hand. */
function finder({ meetings, sources }: Content): ReturnType<typeof citations> | undefined {
  const originals = meetings.flatMap(({ path, restated }) => {
    const text = restated ? undefined : sources.get(path);
    return text === undefined ? [] : [[path, text] as const];
  });
  return originals.length > 0 ? citations(new Map(originals)) : undefined;
}

/** What stands for the words of a passage that nobody has restated. */
function titleOf({ value }: Authored<unknown>): string {
  return value && typeof value === 'object' && 'title' in value ? String(value.title) : '';
}

/** The address of lines of an original, beside the originals of which minutes at hand say where they are. */
function originalLink(
  meetings: readonly Meeting[],
): (place: { path: string; line: number; endLine: number }) => string | undefined {
  const folders = meetings.flatMap(({ source }) => {
    const [, folder] = /^(https:\/\/.*\/)\d{4}\/[^/]+\.md$/u.exec(source ?? '') ?? [];
    return folder ?? [];
  });
  return ({ path, line, endLine }) =>
    folders[0] && `${folders[0]}${path}?plain=1#L${line}${endLine > line ? `-L${endLine}` : ''}`;
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
