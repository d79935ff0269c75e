import { spawnSync } from 'node:child_process';

const isInstalled = spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * What is shown with the real gcloud. It is in no package registry, so a contributor may lack it: these tests are then
 * reported as skipped, and the flags are still held to the table in `gcloud-flags.json`.
 */
export const withGcloud = isInstalled ? describe : describe.skip;
