import type { Target } from '../../../functions/variables';
import { gcloud, type Command } from '../command';
import { at, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Shape } from '../resource';
import { isBound } from './project';

const LATEST = 'latest revision';
// Telegram and NOWPayments have no Google account, and a nudge of the worker has only our signature. So the functions check
// their callers themselves, each with its own guard.
const EVERYBODY = 'allUsers';
// https://cloud.google.com/run/docs/securing/managing-access#invoker_check
const NO_IAM_CHECK = 'run.googleapis.com/invoker-iam-disabled';

// https://cloud.google.com/run/docs/configuring/billing-settings
const THROTTLING = 'run.googleapis.com/cpu-throttling';
// Nothing of a function goes on after its answer: the queue waits for the worker's.
const DURING_REQUESTS = 'during requests';

/** A function, with the variables that it was deployed with and that are not secret. */
interface Deployed {
  readonly target: Target;
  readonly environment: Shape;
}

/** The Cloud Run service behind a function: the settings that only Cloud Run has, and how they are corrected. */
interface FunctionService {
  readonly wanted: Shape;
  readonly read: (google: Google) => Promise<Shape>;
  /** The settings for which the deploy of a function has no flag, and which it may reset. */
  readonly afterDeploy: readonly string[];
  readonly needsBuild: (differing: readonly string[]) => boolean;
  /** The commands that correct these settings without a build. Leaves out those that need one. */
  readonly correct: (differing: readonly string[]) => readonly Command[];
}

interface Container {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/** The variables that somebody changed at Cloud Run, past the function. */
function changedAtCloudRun(service: Found | undefined, environment: Shape): string {
  const template = (
    service?.['spec'] as { template?: { spec?: { containers?: readonly Container[] } } } | undefined
  )?.template;
  const [container] = template?.spec?.containers ?? [];
  const values = new Map((container?.env ?? []).map(({ name, value }) => [name, value]));
  return Object.entries(environment)
    .filter(([name, value]) => values.get(name) !== value)
    .map(([name]) => name)
    .join(', ');
}

/** Reads where its traffic goes, whether its latest revision ever started, when it has CPU, and who is let through to it. */
async function read(
  { settings, service }: Pick<Installation, 'settings' | 'service'>,
  google: Google,
  { target, environment }: Deployed,
): Promise<Shape> {
  const region = `--region=${settings.region}`;
  const all = await google.list('run.googleapis.com', 'run', 'services', 'list', region);
  const found = all.find((one) => at(one, 'metadata', 'name') === service(target));
  const routes = ((found?.['spec'] as Found | undefined)?.['traffic'] ?? []) as Found[];
  const pinned = routes.filter((route) => at(route, 'latestRevision') !== 'true');
  const [created, ready] = ['latestCreatedRevisionName', 'latestReadyRevisionName'].map((name) =>
    at(found, 'status', name),
  );
  // gcloud writes `False`, others `false`.
  const isUnchecked = /^true$/i.test(at(found, 'metadata', 'annotations', NO_IAM_CHECK));
  const throttling = at(found, 'spec', 'template', 'metadata', 'annotations', THROTTLING);
  const policy = found && (await google.get('run', 'services', 'get-iam-policy', service(target), region));
  return {
    // After a rollback it goes to another revision.
    traffic: pinned.length === 0 ? LATEST : pinned.map((route) => at(route, 'revisionName')).join(', '),
    'latest revision': created === ready ? 'ready' : 'not ready',
    'has CPU': /^false$/i.test(throttling) ? 'always' : DURING_REQUESTS,
    'IAM check': isUnchecked ? 'off' : 'on',
    'called by': isBound(policy, 'roles/run.invoker', EVERYBODY) ? EVERYBODY : '',
    'changed at Cloud Run': changedAtCloudRun(found, environment),
  };
}

/** The service of one function in this installation. */
export function functionService({ settings, service }: Installation, deployed: Deployed): FunctionService {
  const run = (verb: string, ...flags: readonly string[]) =>
    gcloud(['run', 'services', verb, service(deployed.target), `--region=${settings.region}`, ...flags]);
  const isUnchecked = settings.public === 'no_iam_check';
  /** Flags of one update, because each update of the CPU makes a revision. */
  const flags: Readonly<Record<string, string>> = {
    'has CPU': '--cpu-throttling',
    'IAM check': isUnchecked ? '--no-invoker-iam-check' : '--invoker-iam-check',
  };
  const others: Readonly<Record<string, Command>> = {
    traffic: run('update-traffic', '--to-latest'),
    'called by': run('add-iam-policy-binding', `--member=${EVERYBODY}`, '--role=roles/run.invoker'),
  };
  const of = <T>(table: Readonly<Record<string, T>>, settings: readonly string[]): T[] =>
    Object.entries(table).flatMap(([setting, value]) => (settings.includes(setting) ? [value] : []));
  return {
    wanted: {
      traffic: LATEST,
      'latest revision': 'ready',
      'has CPU': DURING_REQUESTS,
      'IAM check': isUnchecked ? 'off' : 'on',
      ...(!isUnchecked && { 'called by': EVERYBODY }),
      'changed at Cloud Run': '',
    },
    read: (google) => read({ settings, service }, google, deployed),
    afterDeploy: isUnchecked ? ['IAM check'] : [],
    needsBuild: (differing) => !differing.every((setting) => setting in flags || setting in others),
    correct: (differing) => {
      const update = of(flags, differing);
      return [...(update.length === 0 ? [] : [run('update', ...update)]), ...of(others, differing)];
    },
  };
}
