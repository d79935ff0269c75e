import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { applyPlan } from '../../../infra/deploy/apply-plan';
import { readGoogle, type Google } from '../../../infra/deploy/google';
import { installationOf, type Installation } from '../../../infra/deploy/installation';
import { planDeploy, type PlannedStage } from '../../../infra/deploy/plan';
import { commandRunner } from '../../../infra/deploy/run-command';
import { parseSettings } from '../../../infra/deploy/settings/settings';
import type { Stage } from '../../../infra/deploy/stages';
import { PROJECT, PROJECT_NUMBER, startGoogle, type GoogleStandIn } from '../google/stand-in';

/** An installation with these settings and the two required ones. */
export function installed(given: object = {}): Installation {
  const text = JSON.stringify({ project: PROJECT, bot_username: 'TestBot', ...given });
  const settings = parseSettings(text, 'settings');
  const isDomainReady = settings.domain !== undefined;
  return installationOf(settings, {
    projectNumber: PROJECT_NUMBER,
    deployId: '20261124T100000Z',
    isDomainReady,
  });
}

/** An empty project. */
export const nothingThere: Google = {
  get: async () => ({}),
  list: async () => [],
  isEnabled: async () => false,
};

/** Plans and applies some stages of a deploy with the real gcloud against the stand-in. */
export interface Deploying {
  readonly google: GoogleStandIn;
  plan(installation: Installation): Promise<PlannedStage[]>;
  apply(plan: readonly PlannedStage[]): Promise<void>;
  /** Reads the project's current state. */
  read(): Google;
  close(): Promise<void>;
}

/** Starts with `apis` enabled. */
export async function startDeploying(stages: readonly Stage[], apis: readonly string[]): Promise<Deploying> {
  const folder = await mkdtemp(join(tmpdir(), 'telepay-gcloud-'));
  const google = await startGoogle(folder);
  // The commands that a deploy starts have their own tests.
  await writeFile(join(folder, 'npm'), '#!/bin/sh\n', { mode: 0o755 });
  const path = [folder, google.environment['PATH']].join(delimiter);
  for (const api of apis)
    google.store.put(`services/${api}.googleapis.com`, { config: { name: `${api}.googleapis.com` } });
  const run = () =>
    commandRunner({
      project: PROJECT,
      newSecret: async () => 'a secret',
      environment: { ...google.environment, HOME: folder, PATH: path },
    });
  return {
    google,
    read: () => readGoogle(run()),
    plan: (installation) => planDeploy(stages, installation, readGoogle(run())),
    apply: (plan) => applyPlan(plan, { run: run(), log: () => undefined }),
    close: async () => {
      await google.close();
      await rm(folder, { recursive: true });
    },
  };
}
