import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Meeting } from './meeting.ts';
import { parseMeeting } from './parse-meeting.ts';
import type { ProposalNames } from './proposal-names.ts';

declare module 'vfile' {
  interface DataMap {
    meeting: Meeting;
  }
}

/**
 * A remark plugin: `unified().use(remarkParse).use(remarkMeeting)` leaves the tree as it is and puts the meeting that
 * the file's notes describe on `file.data.meeting`. The path of the file tells the date.
 */
export function remarkMeeting(options: { proposals?: ProposalNames } = {}) {
  return (_tree: Node, file: VFile): void => {
    file.data.meeting = parseMeeting({ path: file.path ?? '', text: String(file) }, options);
  };
}
