import type { CheckedSystem } from '../checked-system';
import { NO_ANSWER } from '../ask-google';
import { scheduleCheckBy } from './check-schedule';

const DEPLOYED = {
  WORKER_INVOKER_EMAIL: 'shop-scheduler@a-project.iam.gserviceaccount.com',
  CLOUD_SQL_INSTANCE: 'a-project:europe-west1:shop',
};
const PLACE = 'projects/a-project/locations/europe-west1';
const JOB = `https://cloudscheduler.googleapis.com/v1/${PLACE}/jobs/shop-worker`;
const QUEUE = `https://cloudtasks.googleapis.com/v2/${PLACE}/queues/shop-worker`;

const look = (answers: Readonly<Record<string, object | symbol>>, config: object = DEPLOYED) =>
  scheduleCheckBy(async (url) => answers[url]).look({ config } as CheckedSystem, new Set());

it.each([
  ['both run', { [JOB]: { state: 'ENABLED' }, [QUEUE]: { state: 'RUNNING' } }, []],
  ['there is no queue', { [JOB]: { state: 'ENABLED' } }, []],
  [
    'the schedule is paused',
    { [JOB]: { state: 'PAUSED' }, [QUEUE]: { state: 'RUNNING' } },
    ['scheduler job shop-worker'],
  ],
  [
    'the queue is paused',
    { [JOB]: { state: 'ENABLED' }, [QUEUE]: { state: 'PAUSED' } },
    ['queue shop-worker'],
  ],
  ['Google has disabled the schedule', { [JOB]: { state: 'DISABLED' } }, ['scheduler job shop-worker']],
])('names what does not wake the worker if %s', async (_, answers, stopped) => {
  const seen = await look(answers);
  const problems = 'findings' in seen ? seen.findings.map(({ problem }) => problem) : ['nothing seen'];
  expect(problems).toEqual(stopped.map((what) => expect.stringContaining(`The ${what} is `) as string));
});

it.each([
  ['neither', { [JOB]: NO_ANSWER, [QUEUE]: NO_ANSWER }, ['schedule.no_answer']],
  ['the queue', { [JOB]: { state: 'ENABLED' }, [QUEUE]: NO_ANSWER }, ['schedule.no_answer']],
  [
    'the queue, beside a paused schedule',
    { [JOB]: { state: 'PAUSED' }, [QUEUE]: NO_ANSWER },
    ['schedule.stopped', 'schedule.no_answer'],
  ],
])('says that Google gave no answer about %s', async (_, answers, codes) => {
  const seen = await look(answers);
  expect('findings' in seen && seen.findings.map(({ code }) => code)).toEqual(codes);
});

it.each([
  ['Google does not show it', {}, DEPLOYED],
  ['another way of deploying', { [JOB]: { state: 'PAUSED' } }, {}],
  [
    'a worker that is called by another account',
    {},
    { ...DEPLOYED, WORKER_INVOKER_EMAIL: 'cron@example.com' },
  ],
])('finds nothing wrong where it cannot look: %s', async (_, answers, config) => {
  expect(await look(answers, config)).toHaveProperty('absent');
});
