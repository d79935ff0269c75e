import { spawnSync } from 'node:child_process';

const isInstalled = spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * For tests that need the real gcloud. They are skipped if it is not installed, because no package registry has it. The
 * flags are still checked against `gcloud-flags.json`.
 */
export const withGcloud = isInstalled ? describe : describe.skip;
