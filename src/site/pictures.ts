import { status } from '../tracker/index.ts';
import { lifeInWords } from './cache/life-of-get-or-set.ts';
import type { Content } from './content.ts';
import { phasesInWords } from './tracker/phases.ts';

/**
 * The pictures that prose can show, each with its words for readers of plain Markdown. A page places one with
 * `<figure data-picture="phases"></figure>`, on a line of its own.
 */
const WORDS = {
  'life-of-get-or-set': () => lifeInWords(),
  phases: ({ tracker, asOf }: Content) => phasesInWords(status(tracker, asOf), tracker),
};

export type PictureName = keyof typeof WORDS;

const PLACE = /^<figure data-picture="([^"]*)"><\/figure>$/m;

/** Whether there is a picture in a text. */
export function hasPictures(text: string): boolean {
  return PLACE.test(text);
}

/** A text in parts: its own, and between them the names of the pictures that stand in it. @throws on an unknown name. */
export function aroundPictures(text: string): (string | { picture: PictureName })[] {
  return text.split(PLACE).map((part, at) => (at % 2 === 0 ? part : { picture: known(part) }));
}

/** Markdown with the words of each picture in its place. */
export function picturesInWords(markdown: string, content: Content): string {
  return aroundPictures(markdown)
    .map((part) => (typeof part === 'string' ? part : WORDS[part.picture](content)))
    .join('');
}

function known(name: string): PictureName {
  if (Object.hasOwn(WORDS, name)) return name as PictureName;
  throw new Error(`there is no picture "${name}"; there are ${Object.keys(WORDS).join(' and ')}`);
}
