import { spawnSync } from 'node:child_process';

/**
 * Whether the real gcloud is here. It is in no package registry, so a contributor may lack it: the flags are then still
 * held to the table in `gcloud-flags.json`, and what needs gcloud itself says that it was not run.
 */
export const isGcloudInstalled = spawnSync('gcloud', ['--version'], { stdio: 'ignore' }).status === 0;
