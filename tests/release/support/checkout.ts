import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

/** The release that runs while the next one is deployed, and that a rollback restores. */
export interface Release {
  readonly version: string;
  readonly commit: string;
  /** The number of its newest migration. */
  readonly schema: number;
}

export const previousRelease = (): Release =>
  JSON.parse(readFileSync(join(ROOT, 'infra/previous-release.json'), 'utf8')) as Release;

const git = (args: readonly string[]): string =>
  execFileSync('git', ['-C', ROOT, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Whether this folder is a git checkout. A downloaded copy has no earlier commits. */
export function isCheckout(): boolean {
  try {
    return realpathSync(git(['rev-parse', '--show-toplevel'])) === realpathSync(ROOT);
  } catch {
    return false; // no git, or no repository
  }
}

/** Throws with the command that fetches the commit, if a shallow checkout lacks it. */
function assertCommit(commit: string): void {
  try {
    git(['cat-file', '-e', `${commit}^{commit}`]);
  } catch {
    throw new Error(
      `This checkout lacks the previous release. Fetch it:  git fetch --depth=1 origin ${commit}  (or git fetch --unshallow)`,
    );
  }
}

/** A file as it was in the commit of a release. */
export function fileAt({ commit }: Release, path: string): string {
  assertCommit(commit);
  return git(['show', `${commit}:${path}`]);
}

/** Reads the first path that the release has, because files move between releases. */
export function fileAtFirst(release: Release, paths: readonly string[]): string {
  for (const path of paths) {
    try {
      return fileAt(release, path);
    } catch {
      continue;
    }
  }
  throw new Error(`release ${release.version} has none of ${paths.join(', ')}`);
}

/** Copies the whole release into `folder` and links the packages that are installed here. */
export function checkOut({ commit }: Release, folder: string): void {
  assertCommit(commit);
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'release.tar');
  git(['archive', '--format=tar', '-o', archive, commit]);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(folder, 'node_modules'));
}
