import { type Meeting, topicAnchor } from '../../meetings/index.ts';

/** The topics of a meeting as Starlight's table of contents wants them: depths from 2 on, no gaps at the top. */
export function headingsOf(meeting: Meeting): { depth: number; slug: string; text: string }[] {
  const top = Math.min(...meeting.topics.map(({ level }) => level));
  return meeting.topics.map(({ id, title, level }) => ({
    depth: Math.min(6, 2 + level - top),
    slug: topicAnchor(id),
    text: title,
  }));
}
