import { gcloud } from '../command';
import { at, lastPart, type Google } from '../google';
import type { Installation } from '../installation';
import type { Resource } from '../resource';
import { sizeOf } from '../sizes';

/** Wakes the worker every minute. So due work waits at most a minute, and a nudge only makes it sooner. */
export async function scheduler(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, service, account, url } = installation;
  const name = service('worker');
  const at_ = `--location=${settings.region}`;
  const jobs = await google.list('cloudscheduler.googleapis.com', 'scheduler', 'jobs', 'list', at_);
  const job = jobs.find((one) => lastPart(at(one, 'name')) === name);
  const wanted = {
    schedule: '* * * * *',
    uri: url('worker'),
    account: account('scheduler'),
    // The worker checks for exactly this audience.
    audience: url('worker'),
    deadline: `${sizeOf(settings, 'worker').timeoutSeconds}s`,
  };
  const flags = [
    at_,
    `--schedule=${wanted.schedule}`,
    `--uri=${wanted.uri}`,
    '--http-method=post',
    `--oidc-service-account-email=${wanted.account}`,
    `--oidc-token-audience=${wanted.audience}`,
    `--attempt-deadline=${wanted.deadline}`,
    '--time-zone=Etc/UTC',
  ];
  return [
    {
      title: `scheduler job ${name}`,
      wanted,
      found: job && {
        schedule: at(job, 'schedule'),
        // Google returns the address with a path.
        uri: at(job, 'httpTarget', 'uri').replace(/\/$/, ''),
        account: at(job, 'httpTarget', 'oidcToken', 'serviceAccountEmail'),
        audience: at(job, 'httpTarget', 'oidcToken', 'audience'),
        deadline: at(job, 'attemptDeadline'),
      },
      create: [gcloud(['scheduler', 'jobs', 'create', 'http', name, ...flags])],
      update: () => [gcloud(['scheduler', 'jobs', 'update', 'http', name, ...flags])],
    },
  ];
}
