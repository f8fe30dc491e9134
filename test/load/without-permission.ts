import { chmodSync } from 'node:fs';

/** Whoever has no rights of its own. */
const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Whether a folder can be closed to this process: root may enter everything, and has to be somebody else for a while. */
export const canLosePermission = (() => {
  if (!isRoot) return process.platform !== 'win32';
  try {
    asNobody();
    return true;
  } catch {
    return false;
  } finally {
    process.seteuid?.(0);
  }
})();

/** Does something while some folders may not be entered. @param root what may be entered and holds them. */
export async function withoutPermission<T>(
  root: string,
  closed: readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  chmodSync(root, 0o755);
  for (const folder of closed) chmodSync(folder, 0);
  try {
    if (isRoot) asNobody();
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const folder of closed) chmodSync(folder, 0o755);
  }
}

function asNobody(): void {
  process.seteuid?.(NOBODY);
}
