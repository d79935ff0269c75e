import { fields, notFound, ok, type Answer, type Exception } from './wire';

/** Google pauses only what is enabled and resumes only what is paused. */
const switchJob =
  (from: string, to: string): Answer =>
  ({ store }, { url }) => {
    const name = decodeURIComponent(url.pathname).replace(/^\/v1\/|:\w+$/g, '');
    const found = store.get(name);
    if (found === undefined) return notFound(name);
    if (found['state'] !== from)
      return {
        status: 400,
        body: { error: { code: 400, status: 'FAILED_PRECONDITION', message: `the job must be ${from}` } },
      };
    return ok(store.put(name, { ...found, state: to }));
  };

const JOBS = /^cloudscheduler\.fake\/v1\/projects\/[^/]+\/locations\/[^/]+\/jobs/.source;

export const scheduler: readonly Exception[] = [
  [
    'POST',
    new RegExp(`${JOBS}$`),
    ({ store }, { body }) => {
      const name = String(fields(body)['name']);
      return ok(store.put(name, { ...fields(body), name, state: 'ENABLED' }));
    },
  ],
  ['POST', new RegExp(`${JOBS}/[^/:]+:pause$`), switchJob('ENABLED', 'PAUSED')],
  ['POST', new RegExp(`${JOBS}/[^/:]+:resume$`), switchJob('PAUSED', 'ENABLED')],
];
