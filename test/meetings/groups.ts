import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '../../src/problem.ts';
import { CORPUS } from '../setup/needs.ts';

/** What a careful reader found in a note of some group, and what else would be right. */
export interface GroupLabels {
  /** Null where neither path nor text tell the day. */
  date: string | null;
  dateAlso?: string[];
  status: string;
  attendees: string[];
  attendeesAsWritten?: string[];
  /** Other spellings of an attendee, or attendees that may be named. */
  attendeesAlso?: Record<string, string> | string[];
  attendeesOptional?: string[];
  topics: string[];
  topicsAlso?: string[];
  speakers: string[];
  speakersAlso?: string[];
  decisions: GroupDecision[];
  actionItems: GroupActionItem[];
}

export interface GroupDecision {
  line: number;
  lineAlso?: number[];
  startLine?: number;
  endLine?: number;
  kind: string;
  kindAlso?: string[];
  subject: string;
  proposal: string | null;
  proposalAlso?: (string | null)[];
  toPhase: number | null;
  toPhaseAlso?: (number | null)[];
  tally: Record<string, number> | null;
  tallyAlso?: (Record<string, number> | null)[];
  method: string;
  methodAlso?: string[];
  outcome: string;
  outcomeAlso?: string[];
  optional?: boolean;
}

export interface GroupActionItem {
  line: number;
  lineAlso?: number[];
  owner: string | null;
  ownerAlso?: (string | null)[];
  text: string;
  optional?: boolean;
}

export interface GroupNote {
  /** The first folder of the path. */
  group: string;
  file: SourceFile;
  labels: GroupLabels;
}

const folder = join(CORPUS, 'groups');

/** Whether labelled notes of other groups are there. They are no part of the project. */
export const hasGroups = existsSync(join(CORPUS, 'groups-labels.json'));

/**
 * The labelled notes of other groups. Those that are only named in `groups-fetch.txt` are read from bare repositories
 * `OWNER+NAME/repo` in the folder that `WITNESS_MIRRORS` names, and left out without it.
 */
export function groupNotes(): GroupNote[] {
  if (!hasGroups) return [];
  const labels = JSON.parse(readFileSync(join(CORPUS, 'groups-labels.json'), 'utf8')) as Record<
    string,
    GroupLabels
  >;
  const elsewhere = new Map(
    readFileSync(join(CORPUS, 'groups-fetch.txt'), 'utf8')
      .split('\n')
      .map((line): [string, string[]] => {
        const [key = '', ...from] = line.split('\t');
        return [key, from];
      }),
  );
  return Object.entries(labels).flatMap(([path, label]): GroupNote[] => {
    const here = join(folder, path);
    const text = existsSync(here) ? readFileSync(here, 'utf8') : fetched(elsewhere.get(path));
    return text === null ? [] : [{ group: path.split('/')[0] ?? '', file: { path, text }, labels: label }];
  });
}

function fetched(from: string[] | undefined): string | null {
  const [repository, path] = from ?? [];
  const mirrors = process.env.WITNESS_MIRRORS;
  if (!mirrors || !repository || !path) return null;
  const git = join(mirrors, repository.replace('/', '+'), 'repo');
  const { status, stdout } = spawnSync('git', [`--git-dir=${git}`, 'show', `HEAD:${path}`], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : null;
}
