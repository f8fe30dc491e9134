export type * from './meeting.ts';
export { parseMeeting } from './parse-meeting.ts';
