import { gcloud, type Command } from './command';
import { at, type Found, type Google } from './google';
import type { Installation } from './installation';
import { findQueue, pauseQueue, resumeQueue } from './resources/queue';
import { findJob } from './resources/scheduler';
import { CommandFailed } from './run-command';
import { deleteWebhook, setWebhook } from './stages';

/** Something that makes the bot work, and how it is stopped and started again. */
interface Stoppable {
  readonly isStopped: boolean;
  readonly stop: Command;
  readonly start: Command;
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
  const switchJob = (verb: string) =>
    gcloud(['scheduler', 'jobs', verb, service('worker'), `--location=${settings.region}`]);
  const isStopped = (found: Found) => at(found, 'state') === 'PAUSED';
  return [
    { isStopped: isStopped(job), stop: switchJob('pause'), start: switchJob('resume') },
    ...(queue === undefined
      ? []
      : [{ isStopped: isStopped(queue), stop: pauseQueue(installation), start: resumeQueue(installation) }]),
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
