import { spawn } from 'node:child_process';

/** Git could not do what it was asked for; the message is the last line of what it said. */
export class GitError extends Error {}

export interface GitOptions {
  cwd?: string;
  input?: string;
}

/** Ways in which a source may be fetched; `ext::` and the like would run whatever an address names. */
const PROTOCOLS = 'https:http:ssh:git:file';

/**
 * Runs the user's git and gives what it writes. It never asks for a password, runs no hook, and takes no repository
 * from the environment.
 * @throws GitError
 */
export function runGit(args: readonly string[], { cwd, input }: GitOptions = {}): Promise<Buffer> {
  const settings = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '--no-pager'];
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...settings, ...args], { cwd, env: environment() });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said = `${said}${chunk}`.slice(-10_000);
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(new GitError(error.code === 'ENOENT' ? 'git is needed, and none is installed' : error.message)),
    );
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitError(lastLine(said) || `git ended with ${code}`));
    });
    // Who ends early has said why.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|NAMESPACE|PREFIX)$/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GCM_INTERACTIVE: 'never',
    GIT_SSH_COMMAND: `${process.env.GIT_SSH_COMMAND ?? 'ssh'} -oBatchMode=yes`,
    GIT_ALLOW_PROTOCOL: PROTOCOLS,
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
}

function lastLine(said: string): string {
  const lines = said.split(/[\r\n]+/).map((line) => line.trim());
  return lines.findLast((line) => line !== '') ?? '';
}
