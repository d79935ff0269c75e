import { DAY_MS } from '../../../shared/domain/common/time';
import { timeOfDeploy } from '../deploy-id';

/** Google's schedule: https://cloud.google.com/functions/docs/runtime-support. From `endsOn`, a function cannot be deployed. */
export const RUNTIMES = {
  nodejs22: { deprecatedOn: '2027-04-30', endsOn: '2027-10-31' },
  nodejs24: { deprecatedOn: '2028-04-30', endsOn: '2028-10-31' },
} as const;

export type Runtime = keyof typeof RUNTIMES;

export const RUNTIME_NAMES = Object.keys(RUNTIMES) as [Runtime, ...Runtime[]];
export const DEFAULT_RUNTIME: Runtime = 'nodejs24';

const WARN_BEFORE_MS = 183 * DAY_MS;

interface Deploy {
  readonly settings: { readonly runtime: Runtime };
  readonly deployId: string;
}

/** Says what to do if the functions' runtime is deprecated within six months. */
export function runtimeWarning({ settings, deployId }: Deploy): string[] {
  const { deprecatedOn, endsOn } = RUNTIMES[settings.runtime];
  if (Date.parse(deprecatedOn) - timeOfDeploy(deployId) > WARN_BEFORE_MS) return [];
  const remedy =
    settings.runtime === DEFAULT_RUNTIME
      ? 'Update TelePay: a newer release deploys on a newer runtime.'
      : `Set "runtime": "${DEFAULT_RUNTIME}" in deploy.json, or leave it out, and deploy again.`;
  return [
    `The runtime ${settings.runtime} is deprecated from ${deprecatedOn}, and cannot be deployed from ${endsOn}. ${remedy}`,
  ];
}
