import { type Decision, type Meeting, topicAnchor } from '../../meetings/index.ts';

/** The anchor on a meeting's page that a line of its notes falls under: its turn, else its topic, else the top. */
export function anchorOfLine(meeting: Meeting, line: number): string {
  const turn = meeting.turns.find((one) => one.line <= line && line <= one.endLine);
  if (turn) return turn.id;
  const before = <T extends { line: number }>(things: readonly T[]) =>
    things.findLast((thing) => thing.line <= line);
  const [topic, lastTurn] = [before(meeting.topics), before(meeting.turns)];
  if (topic && (!lastTurn || topic.line > lastTurn.line)) return topicAnchor(topic.id);
  return lastTurn?.id ?? (topic && topicAnchor(topic.id)) ?? '_top';
}

/** The anchor of a decision, one of the meeting's own, on the meeting's page. */
export function anchorOfDecision({ decisions }: Pick<Meeting, 'decisions'>, decision: Decision): string {
  return `decision-${decisions.indexOf(decision) + 1}`;
}
