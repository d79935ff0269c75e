import { isInstalled } from '../support/installed-programs';

const isThere = isInstalled('gcloud');

/**
 * For tests that need the real gcloud. CI does not install it, because no package registry has it. Without it, the flags are
 * still checked against `gcloud-flags.json`.
 */
export function withGcloud(title: string, tests: () => void): void {
  if (!isThere) process.stdout.write(`Skipped, because gcloud is not installed: ${title}\n`);
  (isThere ? describe : describe.skip)(title, tests);
}
