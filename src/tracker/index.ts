/**
 * Events and notes become facts, facts become verdicts, at any date.
 *
 * - `parseProposal(file)`, `parseCriteria(file)`, `parseEvent(file)`: `Parsed<Authored<...> | null>`
 * - `link(content): Parsed<TrackerInput>` checks what the files say of one another and of the minutes
 * - `status(input, asOf): Status`, `historyOf(input, proposal, asOf?): History`
 * - `suggest(input, names): Suggestion[]`, `audit(page, meetings, names, asOf): Drift[]`
 * - `contradictions(input, asOf)`, `actions(input, asOf)`, `changesBetween(input, from, to)`
 */
export type * from './model.ts';
