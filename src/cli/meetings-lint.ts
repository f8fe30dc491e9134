import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadNames, loadPeople, noteFiles, projectRoot } from '../load/index.ts';
import { lint, parseMeeting } from '../meetings/index.ts';
import { byPlace, hasErrors, type Problem } from '../problem.ts';
import { toGithub, toText } from '../report/index.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { previewStatus } from './preview-status.ts';
import { printJson } from './print-json.ts';

type Write = (problems: readonly Problem[], sources: ReadonlyMap<string, string>) => void;

const FORMATS: Record<string, Write> = {
  text: (problems, sources) =>
    process.stdout.write(problems.length > 0 ? `${toText(problems, sources)}\n` : ''),
  json: (problems) => printJson(problems),
  github: (problems) => process.stdout.write(problems.length > 0 ? `${toGithub(problems)}\n` : ''),
};

/** `witness meetings lint`: what to mend in notes before they are merged. */
export const command: Command = {
  usage: 'PATH... [--preview-status] [--format text|json|github]',
  summary:
    'what a note-taker should mend, and with --preview-status what the notes would change in the tracker',
  options: {
    'preview-status': { type: 'boolean' },
    json: { type: 'boolean' },
    format: { type: 'string', default: 'text' },
  },
  async run(paths, flags): Promise<ExitCode> {
    if (paths.length === 0) throw new UsageError('expected at least one file or folder of notes');
    const format = flags.json ? 'json' : String(flags.format);
    const write = FORMATS[format];
    if (!write) throw new UsageError(`unknown format "${format}": choose text, json or github`);
    const { value: proposals } = await loadNames(projectRoot);
    const { value: known } = await loadPeople(projectRoot);
    const { value: files, problems: unreadable } = await noteFiles(paths);
    const meetings = files.map((file) => parseMeeting(file, { proposals }));
    const found = files.flatMap((file, i) => {
      const meeting = meetings[i];
      const exists = (path: string) => existsSync(resolve(dirname(file.path), path));
      return meeting ? lint(file, meeting, { known, exists }) : [];
    });
    const problems = [...unreadable, ...found].sort(byPlace);
    write(problems, new Map(files.map(({ path, text }) => [path, text])));
    if (format === 'text') process.stderr.write(`${problems.length} problems in ${files.length} notes\n`);
    if (flags['preview-status']) {
      const preview = await previewStatus(meetings);
      if (preview === null) return 1;
      (format === 'text' ? process.stdout : process.stderr).write(preview);
    }
    return hasErrors(problems) ? 1 : 0;
  },
};
