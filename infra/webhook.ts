import { setTimeout as sleep } from 'node:timers/promises';
import { demandConfig, readConfig } from '../shared/config';
import { telegramApi, type Api } from '../shared/telegram/api';
import { ALLOWED_UPDATES } from '../shared/telegram/update';
import { PROFILE_PARTS } from '../shared/telegram/profile';
import { isWebhookAt, readWebhook, setWebhook } from '../shared/telegram/webhook';
import { isReachableFrom } from './doctor/addresses';
import { askTelegram, isTokenRefused } from './doctor/ask-telegram';
import { judgeProfile } from './doctor/checks/judge-profile';
import { judgeWebhook } from './doctor/checks/judge-webhook';
import { UsageError } from './arguments';
import { COMMAND_VARIABLES } from './command-variables';
import type { Told } from './run-command';
import { runSubcommands, type Work } from './subcommands';

const HELP = `The bot's webhook: where Telegram sends its updates. Every command is safe to repeat.

  npm run webhook -- set [URL]   let Telegram send updates to URL, or to TELEGRAM_WEBHOOK_URL, with TELEGRAM_WEBHOOK_SECRET,
                                 and show the bot's commands and descriptions, in every language that is switched on
  npm run webhook -- check [URL] describe the webhook, which should be at URL or TELEGRAM_WEBHOOK_URL, and say if commands or
                                 descriptions differ from this version's; exit code 1 means that something is wrong
  npm run webhook -- delete      remove the webhook; updates wait at Telegram for a day

  --drop-pending                 with set and delete: drop the waiting updates, including join requests and taps

URL is the https address of telegramWebhook, on port 443, 80, 88 or 8443. Telegram never shows a secret, so set always sends it
again, even if everything else is unchanged. Updates: ${ALLOWED_UPDATES.join(', ')}.
`;

/** Telegram refused or could not be reached; the message says which. */
class TelegramRefused extends Error {
  override readonly name = 'TelegramRefused';
}

const MOST_WAIT_SECONDS = 5;

/**
 * Returns Telegram's answer. Retries once if Telegram asks us to wait, as it does when a webhook is set twice in a second.
 */
async function demand<T>(call: () => Promise<T>): Promise<T> {
  let asked = await askTelegram(call());
  if (!asked.ok && (asked.afterSeconds ?? Infinity) <= MOST_WAIT_SECONDS) {
    await sleep((asked.afterSeconds ?? 0) * 1000);
    asked = await askTelegram(call());
  }
  if (asked.ok) return asked.value;
  throw new TelegramRefused(
    isTokenRefused(asked.reason)
      ? 'Telegram does not know TELEGRAM_BOT_TOKEN.'
      : `Telegram refused or did not answer: ${asked.reason}.`,
  );
}

const pendingIn = ({ pendingUpdates }: { pendingUpdates: number }) => `Updates waiting: ${pendingUpdates}.`;

interface Target {
  readonly url: string;
  readonly secretToken: string;
  readonly dropPending: boolean;
}

async function set(api: Api, target: Target): Promise<Told> {
  const before = await demand(() => readWebhook(api));
  await demand(() => setWebhook(api, target));
  const after = await demand(() => readWebhook(api));
  if (!isWebhookAt(after, target.url))
    return {
      text: `Telegram accepted the address but now reports another webhook: ${after.url || 'none'}.`,
      exitCode: 1,
    };
  const done = isWebhookAt(before, target.url)
    ? `The webhook was already set to ${target.url}. Telegram never shows the secret, so it was sent again.`
    : `Updates now go to ${target.url}.`;
  await setProfile(api);
  return `${done} ${pendingIn(after)}`;
}

/** Leaves what is right as it is, because Telegram soon refuses a bot that changes its profile often. */
async function setProfile(api: Api): Promise<void> {
  for (const part of PROFILE_PARTS)
    if (!(await demand(() => part.isShown(api)))) await demand(() => part.show(api));
}

async function check(api: Api, context: { apiRoot: string; expectedUrl: string | undefined }): Promise<Told> {
  const state = await demand(() => readWebhook(api));
  const findings = [
    ...judgeWebhook(state, { ...context, now: Date.now() }),
    ...(await demand(() => judgeProfile(api))),
  ];
  const names = state.allowedUpdates.join(', ') || "Telegram's own choice";
  const head = state.url === '' ? [] : [`Updates go to ${state.url} (${names}). ${pendingIn(state)}`];
  const lines = findings.map(({ problem, remedy }) => `${problem}\n  -> ${remedy}`);
  const isWrong = findings.some(({ severity }) => severity === 'error');
  const verdict = findings.length === 0 ? ['All is well.'] : [];
  return { text: [...head, ...lines, ...verdict].join('\n'), exitCode: isWrong ? 1 : 0 };
}

async function remove(api: Api, dropPending: boolean): Promise<Told> {
  const before = await demand(() => readWebhook(api));
  await demand(() => api.deleteWebhook(dropPending ? { drop_pending_updates: true } : {}));
  if (before.url === '') return 'There was no webhook.';
  return 'The webhook is removed. The bot gets no updates, and Telegram keeps them for a day.';
}

const CONNECTION_NAMES = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', 'TELEGRAM_WEBHOOK_URL'] as const;

/** Throws `UsageError` for an address that Telegram can't call. */
function demandReachable(apiRoot: string, url: string): void {
  if (!URL.canParse(url) || !isReachableFrom(apiRoot, url))
    throw new UsageError(`${url} isn't an https address that Telegram can reach.`);
}

async function prepareSet(argument: string, flags: ReadonlySet<string>): Promise<Work> {
  const { TELEGRAM_API_ROOT: apiRoot } = await readConfig(['TELEGRAM_API_ROOT']);
  if (argument !== '') demandReachable(apiRoot, argument);
  return async () => {
    const names = [...CONNECTION_NAMES, 'TELEGRAM_WEBHOOK_SECRET'] as const;
    const config = await demandConfig(names, argument === '' ? ['TELEGRAM_WEBHOOK_URL'] : []);
    const url = argument || config.TELEGRAM_WEBHOOK_URL;
    demandReachable(apiRoot, url);
    const { TELEGRAM_WEBHOOK_SECRET: secretToken } = config;
    return set(telegramApi(config), { url, secretToken, dropPending: flags.has('drop-pending') });
  };
}

const prepareCheck = (argument: string): Work => {
  if (argument !== '' && !URL.canParse(argument)) throw new UsageError(`${argument} isn't an address.`);
  return async () => {
    const config = await readConfig(CONNECTION_NAMES);
    const { TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_URL: configured } = config;
    return check(telegramApi(config), { apiRoot, expectedUrl: argument || configured });
  };
};

const prepareDelete =
  (_: string, flags: ReadonlySet<string>): Work =>
  async () =>
    remove(telegramApi(await readConfig(CONNECTION_NAMES)), flags.has('drop-pending'));

runSubcommands({
  help: HELP,
  variables: COMMAND_VARIABLES.webhook,
  flags: { 'drop-pending': 'boolean' },
  subcommands: {
    set: { takes: '[URL]', flags: ['drop-pending'], prepare: prepareSet },
    check: { takes: '[URL]', prepare: prepareCheck },
    delete: { flags: ['drop-pending'], prepare: prepareDelete },
  },
  expected: [TelegramRefused],
});
