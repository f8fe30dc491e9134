import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small repository of git in a temporary folder, in which each commit has the day that it is given. */
export class GitFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'witness-git-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: string[]): string {
    const own = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', ['-C', this.path, ...own, ...args], {
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', TZ: 'UTC', ...this.#dated },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  #dated: Record<string, string> = {};

  /** Writes files (null takes one away) and commits them. */
  commit(day: string, subject: string, files: Record<string, string | null>): this {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      if (text === null) rmSync(path);
      else writeFileSync(path, text);
    }
    this.#dated = { GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` };
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', subject);
    return this;
  }

  tag(name: string): this {
    this.git('tag', name);
    return this;
  }

  /** A bare clone of all that is here. */
  bare(...options: string[]): string {
    const path = `${this.path}.git`;
    execFileSync('git', ['clone', '--quiet', '--bare', ...options, `file://${this.path}`, path], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: 'pipe',
    });
    return path;
  }

  remove(): void {
    for (const path of [this.path, `${this.path}.git`]) rmSync(path, { recursive: true, force: true });
  }
}
