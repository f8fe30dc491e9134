import { withPhaseNumbers } from './phases.ts';

/**
 * Whether a heading or agenda item announces a vote: `Vote: advance wasi-io to Phase 3`, `wasi-url poll`,
 * `wasi-otel phase 2`, `Proposal to advance wasi-spi to phase 2`; not `discuss moving wasi-nn to phase 3`.
 */
export function isVoteTitle(written: string): boolean {
  const title = withPhaseNumbers(written);
  if (
    /\bpoll(?:able|[_-])|\bwhat should poll\b|\bno vote\b|\bdiscuss(?:ing)?\b(?!.*\bvote\b)|\brequirements?\b|\bto follow\b/iu.test(
      title,
    )
  )
    return false;
  if (/\b(?:votes?|polls?|voting)\b/iu.test(title)) return true;
  return (
    /\bphase advancement\b|\badvancement to\b/iu.test(title) ||
    /^to (?:phase|stage) \d\b/iu.test(title) ||
    /\b(?:advanc\w+|proposal to|request\w*|promot\w+)\b.*\b(?:phase|stage)\s*\d/iu.test(title) ||
    /^[`*]*wasi[-:][\w:/ -]+?[`*]*,? (?:to )?(?:phase|stage) \d\W*$/iu.test(title)
  );
}
