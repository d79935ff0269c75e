import { TARGETS, VARIABLES } from '../../../functions/variables';
import { gcloud, type Command } from '../command';
import { at, lastPart, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { sizeOf } from '../sizes';
import { isBound } from './project';

const where = ({ settings }: Installation): string => `--location=${settings.region}`;

/** The full name of the queue that wakes the worker. */
export const queueName = ({ settings, service }: Installation): string =>
  `projects/${settings.project}/locations/${settings.region}/queues/${service('worker')}`;

/** Finds the queue that wakes the worker. */
export async function findQueue(installation: Installation, google: Google): Promise<Found | undefined> {
  const words = ['tasks', 'queues', 'list', where(installation)];
  const queues = await google.list('cloudtasks.googleapis.com', ...words);
  return queues.find((one) => lastPart(at(one, 'name')) === installation.service('worker'));
}

const verb = (installation: Installation, word: string, ...flags: readonly string[]): Command =>
  gcloud(['tasks', 'queues', word, installation.service('worker'), where(installation), ...flags]);

/** A paused queue takes tasks and delivers none. */
export const pauseQueue = (installation: Installation): Command => verb(installation, 'pause');
export const resumeQueue = (installation: Installation): Command => verb(installation, 'resume');

/**
 * Bulk sending and the questions about minimums hold a place each for 25 s, and a batch that waits for NOWPayments one for 8 s.
 * So buyers need more than two places even if there are two instances. An instance takes ten calls at once.
 */
const CALLS_PER_INSTANCE = 4;

/**
 * The queue whose tasks wake the worker. Never deleted, because Google may block the name for days. A nudge that fails five
 * times is worth nothing, because the schedule finds everything.
 */
export async function queue(installation: Installation, google: Google): Promise<Resource[]> {
  const found = await findQueue(installation, google);
  const wanted = {
    state: 'RUNNING',
    'dispatches per second': '5',
    'dispatches at once': String(sizeOf(installation.settings, 'worker').maxInstances * CALLS_PER_INSTANCE),
    attempts: '5',
    'least wait': '1s',
    'longest wait': '10s',
  };
  const flags = [
    `--max-dispatches-per-second=${wanted['dispatches per second']}`,
    `--max-concurrent-dispatches=${wanted['dispatches at once']}`,
    `--max-attempts=${wanted.attempts}`,
    `--min-backoff=${wanted['least wait']}`,
    `--max-backoff=${wanted['longest wait']}`,
  ];
  return [
    {
      title: `queue ${installation.service('worker')}`,
      wanted,
      found: found && {
        state: at(found, 'state'),
        'dispatches per second': at(found, 'rateLimits', 'maxDispatchesPerSecond'),
        'dispatches at once': at(found, 'rateLimits', 'maxConcurrentDispatches'),
        attempts: at(found, 'retryConfig', 'maxAttempts'),
        'least wait': at(found, 'retryConfig', 'minBackoff'),
        'longest wait': at(found, 'retryConfig', 'maxBackoff'),
      },
      create: [verb(installation, 'create', ...flags)],
      update: (differing) => [
        ...(differing.some((setting) => setting !== 'state') ? [verb(installation, 'update', ...flags)] : []),
        ...(differing.includes('state') ? [resumeQueue(installation)] : []),
      ],
    },
  ];
}

/** The functions that wake the worker. */
const wakers = ({ folder }: Installation): string[] =>
  TARGETS.filter((target) => (VARIABLES[target] as readonly string[]).includes('CLOUD_TASKS_QUEUE')).map(
    folder,
  );

/** Each function that wakes the worker may put tasks into this queue. */
export async function queueRoles(installation: Installation, google: Google): Promise<Resource[]> {
  const role = 'roles/cloudtasks.enqueuer';
  const name = installation.service('worker');
  const isThere = (await findQueue(installation, google)) !== undefined;
  const policy = isThere
    ? await google.get('tasks', 'queues', 'get-iam-policy', name, where(installation))
    : {};
  return wakers(installation).map((waker) => {
    const member = `serviceAccount:${installation.account(waker)}`;
    return existing(`queue ${name} takes tasks of ${waker}`, isBound(policy, role, member), [
      verb(installation, 'add-iam-policy-binding', `--member=${member}`, `--role=${role}`),
    ]);
  });
}

/** A task names the account that it calls as, and only an account that may act as that one may create it. */
export async function wakersActAs(installation: Installation, google: Google): Promise<Resource[]> {
  const role = 'roles/iam.serviceAccountUser';
  const invoker = installation.account('scheduler');
  const accounts = await google.list('iam.googleapis.com', 'iam', 'service-accounts', 'list');
  const isThere = accounts.some((one) => at(one, 'email') === invoker);
  const policy = isThere ? await google.get('iam', 'service-accounts', 'get-iam-policy', invoker) : {};
  return wakers(installation).map((waker) => {
    const member = `serviceAccount:${installation.account(waker)}`;
    return existing(`${waker} may call the worker as scheduler`, isBound(policy, role, member), [
      gcloud([
        'iam',
        'service-accounts',
        'add-iam-policy-binding',
        invoker,
        `--member=${member}`,
        `--role=${role}`,
      ]),
    ]);
  });
}
