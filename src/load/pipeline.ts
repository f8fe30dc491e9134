import { relative, resolve } from 'node:path';
import { type Repository, repositoryAt } from './repository.ts';

/** What a pipeline says of the checkout that it works on. */
export interface Pipeline {
  /** The folder of the checkout, absolute. */
  root: string;
  repository: Repository | null;
  branch?: string;
  commit?: string;
}

/** Variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The pipeline that checked out a folder, from the variables that GitHub Actions, Forgejo Actions and GitLab CI set.
 * Null elsewhere, and for folders that lie beside the checkout or in another one within it. For a pull request the branch
 * is the one that it is to be merged into, and the commit, which nobody else has, is left out.
 * @param top the top of the checkout that the folder is in, when git says that it is in one.
 */
export function pipelineOf(folder: string, env: Environment, top?: string): Pipeline | null {
  const found = env.GITHUB_REPOSITORY ? actions(env) : env.CI_PROJECT_URL ? gitlab(env) : null;
  const root = found?.root && resolve(found.root);
  if (!root || (top && top !== root)) return null;
  return /^\.\.(?:[\\/]|$)/.test(relative(root, folder)) ? null : found;
}

function actions(env: Environment): Pipeline {
  const known = repositoryAt(`${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY}`);
  const forge = env.FORGEJO_ACTIONS || env.GITEA_ACTIONS ? 'forgejo' : 'github';
  const branch = env.GITHUB_BASE_REF || (env.GITHUB_REF_TYPE === 'branch' ? env.GITHUB_REF_NAME : undefined);
  return {
    root: env.GITHUB_WORKSPACE ?? '',
    repository: known && { ...known, ...(known.forge === 'other' && { forge }) },
    ...(branch && { branch }),
    ...(env.GITHUB_SHA && !env.GITHUB_BASE_REF && { commit: env.GITHUB_SHA }),
  };
}

function gitlab(env: Environment): Pipeline {
  const known = repositoryAt(env.CI_PROJECT_URL ?? '');
  const target = env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  const branch = target || env.CI_COMMIT_BRANCH || env.CI_DEFAULT_BRANCH;
  return {
    root: env.CI_PROJECT_DIR ?? '',
    repository: known && { ...known, forge: 'gitlab' },
    ...(branch && { branch }),
    ...(env.CI_COMMIT_SHA && !target && { commit: env.CI_COMMIT_SHA }),
  };
}
