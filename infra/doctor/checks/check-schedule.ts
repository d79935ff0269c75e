import type { Config } from '../../../shared/config';
import { askGoogle, NO_ANSWER, type AskGoogle } from '../ask-google';
import { found, sound, type Check } from '../check';
import { fault, warning } from '../finding';

interface Place {
  readonly project: string;
  readonly region: string;
  /** The start of every resource's name. */
  readonly name: string;
}

/** The deploy's names are in the variables of its functions; `undefined` if something else deployed them. */
function placeOf({ WORKER_INVOKER_EMAIL: invoker = '', CLOUD_SQL_INSTANCE: instance = '' }: Partial<Config>) {
  const [, name, project] =
    /^([a-z0-9]+)-scheduler@([a-z0-9-]+)\.iam\.gserviceaccount\.com$/.exec(invoker) ?? [];
  const [, region] = instance.split(':');
  if (name === undefined || project === undefined || region === undefined) return undefined;
  return { name, project, region } satisfies Place;
}

/** Where Google keeps what wakes the worker. */
const wakers = ({ project, region, name }: Place) => {
  const place = `projects/${project}/locations/${region}`;
  return [
    {
      what: `scheduler job ${name}-worker`,
      url: `https://cloudscheduler.googleapis.com/v1/${place}/jobs/${name}-worker`,
    },
    {
      what: `queue ${name}-worker`,
      url: `https://cloudtasks.googleapis.com/v2/${place}/queues/${name}-worker`,
    },
  ];
};

const stateOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'state' in answer ? String(answer.state) : '';

const stopped = (what: string, state: string) =>
  fault('schedule.stopped', {
    problem: `The ${what} is ${state.toLowerCase()}, so due work waits for the next payment or tap.`,
    remedy: 'Run npm run deploy -- --resume, if nobody stopped it on purpose.',
  });

const silent = warning('schedule.no_answer', {
  problem: 'Google gave no answer about the schedule and the queue that wake the worker.',
  remedy: 'Check that this machine reaches cloudscheduler.googleapis.com, then run the doctor again.',
});

/** Whether the schedule and the queue that wake the worker run. A busy shop hides that they do not. */
export const scheduleCheckBy = (ask: AskGoogle): Check => ({
  name: 'Schedule',
  look: async ({ config }) => {
    const place = placeOf(config);
    if (place === undefined) return { absent: 'not checked: no schedule of npm run deploy is configured' };
    const answers = await Promise.all(
      wakers(place).map(async ({ what, url }) => ({ what, answer: await ask(url) })),
    );
    const unknown = answers.some(({ answer }) => answer === NO_ANSWER) ? [silent] : [];
    const seen = answers
      .map(({ what, answer }) => ({ what, state: stateOf(answer) }))
      .filter(({ state }) => state !== '');
    if (seen.length === 0 && unknown.length === 0)
      return { absent: 'not checked: Google does not show the schedule to this account' };
    const still = seen.filter(({ state }) => state !== 'ENABLED' && state !== 'RUNNING');
    const findings = [...still.map(({ what, state }) => stopped(what, state)), ...unknown];
    if (findings.length > 0) return found(...findings);
    return sound(seen.map(({ what, state }) => `${what}: ${state.toLowerCase()}`).join('; '));
  },
});

export const scheduleCheck = scheduleCheckBy(askGoogle);
