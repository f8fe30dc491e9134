import { byPlace, type Parsed } from '../../problem.ts';
import type { Notes, TrackerInput } from '../model.ts';
import { checkParameters } from './check-parameters.ts';
import { conflictingEvents } from './conflicting-events.ts';
import type { Content } from './content.ts';
import { dependencyCycles } from './dependency-cycles.ts';
import { eventDates } from './event-dates.ts';
import { knownNames } from './known-names.ts';
import { locator } from './located-evidence.ts';
import { uniqueIds } from './unique-ids.ts';

const RULES = [uniqueIds, knownNames, checkParameters, dependencyCycles, eventDates, conflictingEvents];

/**
 * Checks what the files say of one another and of the minutes, and finds the lines of every passage.
 * Every problem is reported. The value is plain JSON.
 */
export function link(content: Content): Parsed<TrackerInput> {
  const { problems, locate } = locator(content);
  const proposals = content.proposals.map((file) => ({
    ...file.value,
    questions: file.value.questions.map((question, i) => ({
      ...question,
      evidence: locate(file, `questions.${i}.evidence`, question.evidence),
    })),
  }));
  const criteria = content.criteria.map((file) => ({
    ...file.value,
    stages: file.value.stages.map((stage, i) => ({
      ...stage,
      source: locate(file, `stages.${i}.source`, stage.source),
    })),
    criteria: file.value.criteria.map((criterion, i) => ({
      ...criterion,
      versions: criterion.versions.map((version, j) => ({
        ...version,
        source: locate(file, `criteria.${i}.versions.${j}.source`, version.source),
      })),
      alsoWorded: criterion.alsoWorded.map((wording, j) => ({
        ...wording,
        evidence: locate(file, `criteria.${i}.alsoWorded.${j}.evidence`, wording.evidence),
      })),
    })),
  }));
  const events = content.events.map((file) => ({
    ...file.value,
    evidence: locate(file, 'evidence', file.value.evidence),
  }));
  problems.push(...RULES.flatMap((rule) => rule(content)));
  const meetings = content.meetings.map(notesOf);
  const coverage = content.coverage?.value ?? null;
  return {
    value: { proposals, criteria, events, meetings, coverage, wit: content.wit },
    problems: problems.sort(byPlace),
  };
}

function notesOf({ restated, ...meeting }: Notes): Notes {
  const { path, date, title, status, agenda, topics, decisions, actionItems } = meeting;
  const kept = { path, date, title, status, agenda, topics, decisions, actionItems };
  return restated ? { ...kept, restated } : kept;
}
