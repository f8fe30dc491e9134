/** What is taken out of the glue: the text as jco 1.35 writes it, and what stands there instead. */
const CUTS: [reason: string, pattern: RegExp, replacement: string][] = [
  [
    'it reads the environment several times on each crossing, and builds what it would print',
    /\b_debugLog\(/g,
    'false && _debugLog(',
  ],
  [
    'it spells out names that only debugging reads',
    /\b(newSubtask|waitable)\.setTarget\(`/g,
    'false && $1.setTarget(`',
  ],
  ['the same', /target: `subtask \(internal ID \[\$\{this\.#id\}\]\)`,/g, ''],
  [
    "it makes two lists of each call's arguments, the first by an iterator",
    /const params = \[\.\.\.arguments\]\.slice\(1\);/g,
    'const params = Array.prototype.slice.call(arguments, 1);',
  ],
  ['it remembers every handle for good, and reads it nowhere', /table\._createdReps\.add\(rep\);/g, ''],
];

/**
 * The glue that jco generated, without what makes each crossing slow and the heap grow, and otherwise the same.
 * Give it jco's own output, before anything minifies it.
 *
 * Throws when it does not find what it replaces, as a new version of jco may well cause.
 */
export function optimizeBindings(source: string): string {
  return CUTS.reduce((glue, [reason, pattern, replacement]) => {
    const tuned = glue.replaceAll(pattern, replacement);
    if (tuned === glue)
      throw new Error(`jco's glue no longer has ${pattern} (${reason}): look at optimizeBindings`);
    return tuned;
  }, source);
}

/**
 * A declaration file that jco generated, as TypeScript takes it with `skipLibCheck: false`: jco leaves `declare` out before
 * a function whose name is a reserved word, such as `delete`.
 */
export function repairDeclarations(source: string): string {
  return source.replace(/^function /gm, 'declare function ');
}

/** @deprecated The former name of `optimizeBindings`. */
export const tuneGlue = optimizeBindings;
