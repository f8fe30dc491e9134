import { AT_START, type Problem } from '../problem.ts';

/** The problem of a file that is there by name and cannot be read: a link that leads nowhere, a file without permission. */
export function unreadableFile(path: string, error: unknown): Problem {
  return unreadable('file', path, error);
}

/** The same of a folder, with everything that is in it. */
export function unreadableFolder(path: string, error: unknown): Problem {
  return unreadable('folder', path, error);
}

function unreadable(what: 'file' | 'folder', path: string, error: unknown): Problem {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return {
    rule: `load/unreadable-${what}`,
    severity: 'error',
    message: `the ${what} cannot be read: ${REASONS[reason] ?? reason}`,
    path,
    ...AT_START,
    ...(what === 'folder' && reason !== 'ENOTDIR' && { hint: HINT }),
  };
}

const REASONS: Record<string, string> = {
  ENOENT: 'it is a link that leads nowhere',
  ELOOP: 'it is a link that leads back to itself',
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is a file',
};

const HINT =
  'let whoever runs this read it and enter it (`chmod u+rx`), or move it elsewhere: nothing in it was read';
