/** Why a component broke off, in words for the person who wrote the program. */
export function explainTrap(error: unknown, stderr: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = EXPLANATIONS.find(({ sign }) => sign.test(`${message}\n${stderr}`));
  return known ? known.explanation : `The component trapped: ${lastWords(stderr) ?? message}`;
}

const EXPLANATIONS = [
  {
    sign: /call stack size|stack overflow|too much recursion/i,
    explanation: 'The call stack is used up. Does a function call itself without end?',
  },
  {
    sign: /out of memory|memory allocation of \d+ bytes failed|memory\.grow/i,
    explanation:
      'The component trapped: it asked for more than the 64 MiB of memory that an example may use.',
  },
  {
    sign: /FromJs|expected (array|string|number|bool|object)/,
    explanation:
      'The component trapped: a value of the wrong type crossed its boundary. Compare the arguments with the WIT.',
  },
];

/** What the runtime printed before it gave up, without the thread's name and advice on backtraces. */
function lastWords(stderr: string): string | undefined {
  return stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(note:|thread )/.test(line))
    .at(-1);
}
