import type { Target } from '../../../functions/variables';
import { gcloud, type Command } from '../command';
import { at, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Shape } from '../resource';
import { isBound } from './project';

const LATEST = 'latest revision';
// Telegram and NOWPayments have no Google account, so the functions themselves check their callers.
const EVERYBODY = 'allUsers';

// https://cloud.google.com/run/docs/configuring/billing-settings
const THROTTLING = 'run.googleapis.com/cpu-throttling';
// Nothing of a function goes on after its answer: the queue waits for the worker's.
const DURING_REQUESTS = 'during requests';

/** The Cloud Run service behind a function: the settings that only Cloud Run has, and how they are corrected. */
interface FunctionService {
  readonly wanted: Shape;
  readonly read: (google: Google) => Promise<Shape>;
  /** The commands after a deploy of the function, which has no flag for these settings. */
  readonly afterDeploy: (differing: readonly string[]) => readonly Command[];
  /** The commands that correct these settings without a build; `undefined` if one of them needs a build. */
  readonly corrections: (differing: readonly string[]) => readonly Command[] | undefined;
}

/** Reads where its traffic goes, whether its latest revision ever started, when it has CPU, and who may call it. */
async function read({ settings, service }: Installation, google: Google, target: Target): Promise<Shape> {
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
    'has CPU': /^false$/i.test(throttling) ? 'always' : DURING_REQUESTS,
    'called by': isBound(policy, 'roles/run.invoker', EVERYBODY) ? EVERYBODY : '',
  };
}

/** The service of one function in this installation. */
export function functionService(installation: Installation, target: Target): FunctionService {
  const run = (verb: string, ...flags: readonly string[]) => {
    const region = `--region=${installation.settings.region}`;
    return gcloud(['run', 'services', verb, installation.service(target), region, ...flags]);
  };
  const setCpu = run('update', '--cpu-throttling');
  const small: Readonly<Record<string, Command>> = {
    'has CPU': setCpu,
    traffic: run('update-traffic', '--to-latest'),
    'called by': run('add-iam-policy-binding', `--member=${EVERYBODY}`, '--role=roles/run.invoker'),
  };
  return {
    wanted: {
      traffic: LATEST,
      'latest revision': 'ready',
      'has CPU': DURING_REQUESTS,
      'called by': EVERYBODY,
    },
    read: (google) => read(installation, google, target),
    afterDeploy: (differing) => (differing.includes('has CPU') ? [setCpu] : []),
    corrections: (differing) => {
      if (!differing.every((setting) => setting in small)) return undefined;
      return Object.entries(small).flatMap(([setting, command]) =>
        differing.includes(setting) ? [command] : [],
      );
    },
  };
}
