import { oneLine } from '../report/index.ts';
import { waiting } from '../tracker/index.ts';
import { groupContent } from './command-group.ts';
import { defineCommand } from './define-command.ts';
import { texts, wholeNumber } from './options.ts';
import { ReviewDesk } from './review/desk.ts';
import { serveReview } from './review/server.ts';
import { untilStopped } from './serve-until-stopped.ts';

/** `witness review`: decisions and candidates that no event and no earlier review covers. */
export const command = defineCommand({
  args: '',
  summary: 'passages that may be decisions, to accept, change or dismiss on a page, or as JSON',
  options: {
    meetings: texts('DIR', 'the notes; the group’s own unless told'),
    port: wholeNumber('the port of the page; any free one unless told', 0, 65_535),
  },
  async run(_, { meetings, port, format, ...group }) {
    const loaded = await groupContent(group, { meetings });
    const items = waiting(loaded);
    const closing = `${items.length} passages wait for a person`;
    if (format !== 'text')
      return { data: items, problems: loaded.problems, sources: loaded.sources, closing };
    const desk = new ReviewDesk(loaded, items);
    const served = await serveReview(desk, port ?? 0);
    process.stdout.write(`${served.url}\n`);
    process.stderr.write(
      `witness: ${closing}; what is accepted or dismissed is written to ${oneLine(desk.folder)}; Ctrl-C ends it\n`,
    );
    await untilStopped();
    await served.close();
    return 0;
  },
});
