import type { Tally } from '../../meetings/index.ts';
import type { Evidence } from '../model.ts';
import {
  complain,
  day,
  list,
  mapped,
  optional,
  type Place,
  record,
  type Shape,
  text,
  whole,
} from './shape.ts';

/** Short name of a proposal, a set, a criterion, a release. */
export const id = text(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'a short name in lower case with hyphens');

/** `wasi:keyvalue` */
export const packageName = text(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/, 'a package name like wasi:keyvalue');

/** `wasi:http/proxy` */
export const witAddress = text(
  /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/\S+$/,
  'a WIT address like wasi:http/proxy',
);

export const url = text(/^https:\/\/\S+$/, 'an address that begins with https://');

/** Strongly for, for, neutral, against, strongly against. */
export const tally: Shape<Tally> = mapped(list(whole(0, 10_000)), (counts, place) => {
  const [sf, f, n, a, sa, ...more] = counts;
  if (
    sf === undefined ||
    f === undefined ||
    n === undefined ||
    a === undefined ||
    sa === undefined ||
    more.length
  ) {
    complain(
      place,
      `expected five counts, found ${counts.length}`,
      'strongly for, for, neutral, against, strongly against',
    );
    return undefined;
  }
  return { sf, f, n, a, sa };
});

interface Written {
  meeting?: string;
  passage?: string;
  pullRequest?: string;
  wit?: string;
  run?: string;
  url?: string;
  date?: string;
  detail?: string;
}

const written = record<Written>({
  meeting: optional(day),
  passage: optional(text()),
  pullRequest: optional(
    text(/^([\w.-]+\/[\w.-]+#\d+|https:\/\/\S+)$/, 'owner/repository#number or an address'),
  ),
  wit: optional(text()),
  run: optional(text()),
  url: optional(url),
  date: optional(day),
  detail: optional(text()),
});

const SOURCES = 'meeting with passage, pullRequest with date, wit, or run';

const piece: Shape<Evidence> = mapped(written, (found, place) => {
  const sources = [found.meeting, found.pullRequest, found.wit, found.run].filter(Boolean);
  if (sources.length !== 1) {
    complain(place, 'expected one source of evidence', SOURCES, 'no-evidence');
    return undefined;
  }
  return minutes(found, place) ?? pullRequest(found, place) ?? other(found);
});

/** A list of evidence; it may be empty, where that is asked for. */
export const evidence: Shape<Evidence[]> = list(piece);

/** At least one piece of evidence. */
export const someEvidence: Shape<Evidence[]> = mapped(evidence, (pieces, place) => {
  if (pieces.length > 0) return pieces;
  complain(place, 'expected evidence, found none', SOURCES, 'no-evidence');
  return undefined;
});

function minutes(found: Written, place: Place): Evidence | undefined {
  if (!found.meeting) return undefined;
  if (!found.passage) {
    complain(
      place,
      'expected the passage of the minutes',
      'add passage: and the words as they stand there',
      'no-evidence',
    );
  }
  return { kind: 'minutes', meeting: found.meeting, quote: found.passage ?? '', ...detailOf(found) };
}

function pullRequest(found: Written, place: Place): Evidence | undefined {
  if (!found.pullRequest) return undefined;
  if (!found.date) complain(place, 'expected the date of the pull request', 'add date:', 'no-evidence');
  const [repository, number] = found.pullRequest.split('#');
  const address = found.pullRequest.startsWith('https:')
    ? found.pullRequest
    : `https://github.com/${repository}/pull/${number}`;
  return { kind: 'pull-request', url: address, date: found.date ?? '', ...detailOf(found) };
}

function other(found: Written): Evidence {
  const kind = found.wit ? 'wit' : 'run';
  return {
    kind,
    path: found.wit ?? found.run ?? '',
    ...(found.url ? { url: found.url } : {}),
    ...detailOf(found),
  };
}

function detailOf({ detail }: Written): { detail?: string } {
  return detail ? { detail } : {};
}
