import type { Comment } from './ast.ts';

/** The tokens of a text, one array for each property. The last token is the end of the file. */
export interface TokenList {
  text: string;
  kinds: number[];
  starts: number[];
  ends: number[];
  comments: Comment[];
}
