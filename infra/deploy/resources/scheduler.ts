import { gcloud } from '../command';
import { at, lastPart, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Resource } from '../resource';
import { sizeOf } from '../sizes';

const where = ({ settings }: Installation): string => `--location=${settings.region}`;

/** The job that wakes the worker, if it exists. */
export async function findJob(installation: Installation, google: Google): Promise<Found | undefined> {
  const words = ['scheduler', 'jobs', 'list', where(installation)];
  const jobs = await google.list('cloudscheduler.googleapis.com', ...words);
  return jobs.find((one) => lastPart(at(one, 'name')) === installation.service('worker'));
}

/** Wakes the worker every minute. So due work waits at most a minute, and a nudge only makes it sooner. */
export async function scheduler(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, service, account, url } = installation;
  const name = service('worker');
  const job = await findJob(installation, google);
  const wanted = {
    state: 'ENABLED',
    schedule: '* * * * *',
    'time zone': 'Etc/UTC',
    uri: url('worker'),
    method: 'POST',
    account: account('scheduler'),
    // The worker checks for exactly this audience.
    audience: url('worker'),
    deadline: `${sizeOf(settings, 'worker').timeoutSeconds}s`,
  };
  const flags = [
    where(installation),
    `--schedule=${wanted.schedule}`,
    `--uri=${wanted.uri}`,
    `--http-method=${wanted.method.toLowerCase()}`,
    `--oidc-service-account-email=${wanted.account}`,
    `--oidc-token-audience=${wanted.audience}`,
    `--attempt-deadline=${wanted.deadline}`,
    `--time-zone=${wanted['time zone']}`,
  ];
  const verb = (...words: readonly string[]) => gcloud(['scheduler', 'jobs', ...words, name, ...flags]);
  const isPaused = at(job, 'state') === 'PAUSED';
  return [
    {
      title: `scheduler job ${name}`,
      wanted,
      found: job && {
        state: at(job, 'state'),
        schedule: at(job, 'schedule'),
        'time zone': at(job, 'timeZone'),
        // Google returns the address with a path.
        uri: at(job, 'httpTarget', 'uri').replace(/\/$/, ''),
        method: at(job, 'httpTarget', 'httpMethod'),
        account: at(job, 'httpTarget', 'oidcToken', 'serviceAccountEmail'),
        audience: at(job, 'httpTarget', 'oidcToken', 'audience'),
        deadline: at(job, 'attemptDeadline'),
      },
      create: [verb('create', 'http')],
      update: (differing) => [
        ...(isPaused && differing.every((setting) => setting === 'state') ? [] : [verb('update', 'http')]),
        ...(isPaused ? [gcloud(['scheduler', 'jobs', 'resume', name, where(installation)])] : []),
      ],
    },
  ];
}
