import { text, texts } from './options.ts';

/** The options by which every command is told what it is about. */
export const GROUP_OPTIONS = {
  config: text('FILE', 'the description of the group; witness.yml unless told'),
  source: texts('NAME=PATH', 'a checkout or bare repository in the place of a source'),
};

/** What those options gave. */
export interface GroupValues {
  config: string | undefined;
  source: string[];
}
