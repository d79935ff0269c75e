import { gcloud, type Command } from './command';
import { at, lastPart, type Google } from './google';
import type { Installation } from './installation';
import { findJob } from './resources/scheduler';
import { CommandFailed } from './run-command';
import { deleteWebhook, setWebhook } from './stages';

/** Something that makes the bot work, and how it is stopped and started again. */
interface Stoppable {
  readonly isStopped: boolean;
  readonly stop: Command;
  readonly start: Command;
}

async function findQueue({ settings, service }: Installation, google: Google) {
  const where = `--location=${settings.region}`;
  const queues = await google.list('cloudtasks.googleapis.com', 'tasks', 'queues', 'list', where);
  return queues.find((one) => lastPart(at(one, 'name')) === service('worker'));
}

/** Whether somebody paused the schedule, which a pause stops first and a resume starts last. */
export const isPaused = async (installation: Installation, google: Google): Promise<boolean> =>
  at(await findJob(installation, google), 'state') === 'PAUSED';

/** All of it, in the order in which it is stopped. */
async function stoppable(installation: Installation, google: Google): Promise<Stoppable[]> {
  const { settings, service } = installation;
  const [job, queue] = await Promise.all([findJob(installation, google), findQueue(installation, google)]);
  if (job === undefined)
    throw new CommandFailed(
      `Nothing runs yet: there is no scheduler job ${service('worker')} in ${settings.region}.`,
    );
  const verb = (words: readonly string[], verb_: string) =>
    gcloud([...words, verb_, service('worker'), `--location=${settings.region}`]);
  const kept = (words: readonly string[], found: typeof job): Stoppable => ({
    isStopped: at(found, 'state') === 'PAUSED',
    stop: verb(words, 'pause'),
    start: verb(words, 'resume'),
  });
  return [
    kept(['scheduler', 'jobs'], job),
    ...(queue === undefined ? [] : [kept(['tasks', 'queues'], queue)]),
  ];
}

/**
 * The commands that stop the bot: the schedule, the queue that wakes the worker, and Telegram's webhook. What is stopped
 * already is left alone, but the webhook, because only Telegram knows it. Throws `CommandFailed` if nothing is deployed.
 */
export async function pausing(installation: Installation, google: Google): Promise<Command[]> {
  const all = await stoppable(installation, google);
  return [...all.filter(({ isStopped }) => !isStopped).map(({ stop }) => stop), deleteWebhook(installation)];
}

/** The commands that start it again, in the reverse order. */
export async function resuming(installation: Installation, google: Google): Promise<Command[]> {
  const all = await stoppable(installation, google);
  return [
    setWebhook(installation),
    ...all
      .filter(({ isStopped }) => isStopped)
      .map(({ start }) => start)
      .reverse(),
  ];
}

/** What an operator must know about a paused installation. */
export async function wordsOfPause(installation: Installation, google: Google): Promise<string[]> {
  const isQueued = (await findQueue(installation, google)) !== undefined;
  return [
    'TelePay is paused. Start it again with: npm run deploy -- --resume',
    '- Payments: IPNs are still accepted and kept, and orders are settled.',
    isQueued
      ? '- The worker: nothing wakes it. Messages, invoices and removals wait.'
      : '- The worker: only an IPN still wakes it, and then it does everything that is due.',
    '- Buyers: the bot answers nobody, and buttons do nothing. Telegram keeps what they send for a day.',
  ];
}

/** Why a deploy that cannot ask stops at a paused installation. */
export const PAUSED_AND_UNASKED =
  'TelePay is paused, and a deploy would start it again. First run npm run deploy -- --resume, or deploy without --yes and agree.';
