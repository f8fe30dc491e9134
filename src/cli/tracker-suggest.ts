import { loadNotes } from '../load/index.ts';
import { oneLine } from '../report/index.ts';
import { suggest } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { texts } from './options.ts';

/** `witness tracker suggest`: decisions in notes that no event records. */
export const command = defineCommand({
  args: '',
  summary: 'decisions in notes that no event records, each with an event to paste',
  options: { meetings: texts('DIR', 'the notes; the group’s own unless told') },
  async run(_, { meetings: paths, ...group }) {
    const content = await groupContent(group);
    const { tracker, names } = content;
    const { meetings, problems, sources } = paths.length > 0 ? await loadNotes(paths, names) : content;
    const found = suggest({ meetings, events: tracker.events, names });
    const text = found.map(
      ({ path, line, decision, file, yaml }) =>
        `# ${oneLine(path)}:${line}: ${decision}\n# ${oneLine(file)}\n${yaml}\n`,
    );
    const closing = `${found.length} decisions without an event`;
    return { data: found, text: text.join(''), problems, sources, closing };
  },
});
