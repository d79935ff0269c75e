import type { Target } from '../../../functions/variables';
import { gcloud, type Command } from '../command';
import { at, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Shape } from '../resource';
import { SIZES } from '../sizes';
import { isBound } from './project';

const LATEST = 'latest revision';
// Telegram and NOWPayments have no Google account, so the functions themselves check their callers.
const EVERYBODY = 'allUsers';

// https://cloud.google.com/run/docs/configuring/billing-settings
const THROTTLING = 'run.googleapis.com/cpu-throttling';
const cpuOf = (isAlwaysOn: boolean): string => (isAlwaysOn ? 'always' : 'during requests');

/** A function, with its variables that are not secret. */
interface Deployed {
  readonly target: Target;
  readonly environment: Shape;
}

/** The Cloud Run service behind a function: the settings that only Cloud Run has, and how they are corrected. */
interface FunctionService {
  readonly wanted: Shape;
  readonly read: (google: Google) => Promise<Shape>;
  /** Set after each deploy of the function, which has no flag for it and may reset it. */
  readonly afterDeploy: readonly Command[];
  /** The commands that correct these settings without a build; `undefined` if one of them needs a build. */
  readonly corrections: (differing: readonly string[]) => readonly Command[] | undefined;
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

/** Reads where its traffic goes, whether its latest revision ever started, when it has CPU, and who may call it. */
async function read(
  { settings, service }: Installation,
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
  const throttling = at(found, 'spec', 'template', 'metadata', 'annotations', THROTTLING);
  const policy = found && (await google.get('run', 'services', 'get-iam-policy', service(target), region));
  return {
    // After a rollback it goes to another revision.
    traffic: pinned.length === 0 ? LATEST : pinned.map((route) => at(route, 'revisionName')).join(', '),
    'latest revision': created === ready ? 'ready' : 'not ready',
    'has CPU': cpuOf(/^false$/i.test(throttling)),
    'called by': isBound(policy, 'roles/run.invoker', EVERYBODY) ? EVERYBODY : '',
    'changed at Cloud Run': changedAtCloudRun(found, environment),
  };
}

/** The service of one function in this installation. */
export function functionService(installation: Installation, deployed: Deployed): FunctionService {
  const { target } = deployed;
  const { isAlwaysOn } = SIZES[target];
  const run = (verb: string, ...flags: readonly string[]) => {
    const region = `--region=${installation.settings.region}`;
    return gcloud(['run', 'services', verb, installation.service(target), region, ...flags]);
  };
  const setCpu = run('update', isAlwaysOn ? '--no-cpu-throttling' : '--cpu-throttling');
  const small: Readonly<Record<string, Command>> = {
    'has CPU': setCpu,
    traffic: run('update-traffic', '--to-latest'),
    'called by': run('add-iam-policy-binding', `--member=${EVERYBODY}`, '--role=roles/run.invoker'),
  };
  return {
    wanted: {
      traffic: LATEST,
      'latest revision': 'ready',
      'has CPU': cpuOf(isAlwaysOn),
      'called by': EVERYBODY,
      'changed at Cloud Run': '',
    },
    read: (google) => read(installation, google, deployed),
    afterDeploy: isAlwaysOn ? [setCpu] : [],
    corrections: (differing) => {
      if (!differing.every((setting) => setting in small)) return undefined;
      return Object.entries(small).flatMap(([setting, command]) =>
        differing.includes(setting) ? [command] : [],
      );
    },
  };
}
