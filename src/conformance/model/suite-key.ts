/**
 * The name by which a suite is known under all the names it has had: in lower case, with the target that it was for.
 * Before targets stood in the names, every suite was of preview 1.
 */
export function suiteKey(name: string, target?: string): string {
  const [, plain = name, written] = /^(.*?)\s*\[(wasm32-[\w-]+)\]\s*$/.exec(name) ?? [];
  return `${plain.trim().toLowerCase()} [${written ?? target ?? 'wasm32-wasip1'}]`;
}
