import { loadNotes } from '../load/index.ts';
import { oneLine } from '../report/index.ts';
import { suggest } from '../tracker/index.ts';
import { defineCommand } from './define-command.ts';
import { someTexts } from './options.ts';
import { ownContent } from './own-content.ts';

/** `witness tracker suggest`: decisions in notes that no event records. */
export const command = defineCommand({
  args: '',
  summary: 'decisions in notes that no event records, each with an event to paste',
  options: { meetings: someTexts('DIR', 'the notes') },
  async run(_, { meetings: paths }) {
    const { tracker, names } = await ownContent();
    const { meetings, problems, sources } = await loadNotes(paths, names);
    const found = suggest({ meetings, events: tracker.events, names });
    const text = found.map(
      ({ path, line, decision, file, yaml }) =>
        `# ${oneLine(path)}:${line}: ${decision}\n# ${oneLine(file)}\n${yaml}\n`,
    );
    const closing = `${found.length} decisions without an event`;
    return { data: found, text: text.join(''), problems, sources, closing };
  },
});
