import { loadNotes } from '../load/index.ts';
import { suggest } from '../tracker/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { ownContent } from './own-content.ts';
import { printJson } from './print-json.ts';

/** `witness tracker suggest`: decisions in notes that no event records. */
export const command: Command = {
  usage: '--meetings DIR [--json]',
  summary: 'decisions in notes that no event records, each with an event to paste',
  options: { meetings: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  async run(positionals, flags): Promise<ExitCode> {
    const paths = flags.meetings;
    if (!Array.isArray(paths) || positionals.length > 0) throw new UsageError('expected --meetings DIR');
    const content = await ownContent();
    if (!content) return 1;
    const { meetings } = await loadNotes(paths.map(String), content.names);
    const found = suggest({ meetings, events: content.tracker.events, names: content.names });
    if (flags.json) printJson(found);
    else {
      for (const { path, line, decision, file, yaml } of found) {
        process.stdout.write(`# ${path}:${line}: ${decision}\n# ${file}\n${yaml}\n`);
      }
      process.stderr.write(`${found.length} decisions without an event\n`);
    }
    return 0;
  },
};
