import { assertNoSecrets } from './assert-no-secrets';
import { CAST, startStack, type Stack, type StackOptions } from '../../../playground/stack';
import type { Person, SimMessage } from '../../../playground/telegram/index';
import { saveChannels } from '../../../shared/database/owner/channels';
import type { Database } from '../../../shared/database/connection/pool';
import type { Channel } from '../../../shared/domain/common/channel';
import type { Cents, OpenChannelId } from '../../../shared/domain/common/ids';
import { KEYS, type Key } from '../../../shared/domain/donations/keypad';
import { signWebhook } from '../../../shared/security/webhook-signature';
import { callbackData } from '../../../shared/telegram/codec/callback-data';
import { FACT_DEADLINE_MS } from '../../support/deadlines';
import { createTestDatabase } from '../../support/test-database';
import { useFixture } from '../../support/use-fixture';
import { call, json } from './call';
import { eventually, type Patience } from './eventually';
import { eventuallyIn } from './eventually-in';

export const OPEN = CAST.open.id as number as OpenChannelId;
export const OWNER = CAST.olga.id as number;

/** The whole product with its own database, and simulators of the providers and their users. */
export interface World extends Stack {
  /** A pool of the product, for work that an operator's command would do. */
  readonly product: Database;
  readonly databaseUrl: string;
  readonly presses: { count: number };
  close(): Promise<void>;
}

export interface Donor {
  readonly id: number;
  readonly username: string | undefined;
  readonly person: Person;
}

/** An invoice as a donor received it. */
export interface Received {
  readonly message: SimMessage;
  readonly invoiceId: string;
  readonly url: string;
  readonly reference: string;
}

export async function startWorld(options: Partial<StackOptions> = {}): Promise<World> {
  const own = await createTestDatabase();
  try {
    const stack = await startStack({
      databaseUrl: own.url,
      ...options,
      telegram: { limits: false, retryDelayScale: 0.01, ...options.telegram },
      nowpayments: { statusDelayMs: 0, ipnTimeoutMs: FACT_DEADLINE_MS, ...options.nowpayments },
    });
    const end = async () => {
      await stack.stop();
      await own.close();
      // Every journey checks all its log lines for secrets.
      assertNoSecrets(stack);
    };
    return { ...stack, product: own.database, databaseUrl: own.url, presses: { count: 0 }, close: end };
  } catch (error) {
    await own.close();
    throw error;
  }
}

/** A world for the tests of a file or of a `describe` block. */
export const useWorld = (options: Partial<StackOptions> = {}): World => useFixture(() => startWorld(options));

let lastId = 900_000;

export function newDonor(
  { telegram }: World,
  profile: { username?: string | null; name?: string } = {},
): Donor {
  const id = ++lastId;
  const username = profile.username === null ? undefined : (profile.username ?? `donor_${id}`);
  telegram.addUser({ id, first_name: profile.name ?? 'Dora', ...(username !== undefined && { username }) });
  return { id, username, person: telegram.as(id) };
}

/** Adds a channel with a new owner, who by default has started the bot. */
export async function newChannel(
  world: World,
  { ownerHasStarted = true, ...given }: Partial<Channel> & { ownerHasStarted?: boolean } = {},
): Promise<Channel> {
  const owner = newDonor(world, { name: 'Otto' });
  const channel: Channel = {
    openChannelId: (-1_007_000_000_000 - owner.id) as OpenChannelId,
    closedChannelId: null,
    title: `Channel ${owner.id}`,
    description: '',
    ownerUserId: owner.id,
    donationMessage: 'Thank you.',
    notificationsEnabled: true,
    notificationsChatId: null,
    tolerancePercent: 1,
    graceHours: 24,
    removals: 'on',
    tiers: [{ name: 'Month', priceCents: 3000 as Cents, days: 30 }],
    ...given,
  };
  const { telegram } = world;
  telegram.addChannel({ id: channel.openChannelId, title: channel.title, creatorId: owner.id });
  // The channel is saved before the bot is added to it. Otherwise the bot would offer its owner to set it up.
  await saveChannels(world.product, [channel]);
  const [botId = ''] = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':');
  telegram.setMember(channel.openChannelId, Number(botId), 'administrator');
  if (ownerHasStarted) {
    owner.person.start();
    await waitForMessage(world, owner.id, /Welcome/);
  }
  return channel;
}

/** The bot's messages in a chat that weren't deleted, oldest first. */
export const writtenTo = ({ telegram }: World, chatId: number): readonly SimMessage[] =>
  telegram.messages(chatId).filter(({ from }) => from?.is_bot === true);

/** Waits until a message of the bot matches, and returns the newest such message. */
export const waitForMessage = (
  world: World,
  chatId: number,
  pattern: RegExp,
  patience?: Patience,
): Promise<SimMessage> =>
  eventuallyIn(
    world,
    () => {
      const texts = writtenTo(world, chatId);
      const message = texts.filter(({ text }) => pattern.test(text)).at(-1);
      if (message === undefined)
        throw new Error(
          `${chatId} was not told ${pattern.source}, but ${JSON.stringify(texts.map(({ text }) => text))}`,
        );
      return message;
    },
    patience,
  );

export const buttonsOf = ({ reply_markup }: SimMessage) => reply_markup?.inline_keyboard.flat() ?? [];

/** The first row of a keypad, which shows the amount. */
export const displayOn = (world: World, donor: Donor, keypad: SimMessage): string | undefined => {
  const message = world.telegram
    .messages(donor.id)
    .find(({ message_id }) => message_id === keypad.message_id);
  return message && buttonsOf(message)[0]?.text;
};

const isKeypad = (message: SimMessage): boolean =>
  buttonsOf(message).some((button) => 'callback_data' in button && button.callback_data === 'donate_confirm');

export const keypadsOf = (world: World, donor: Donor): readonly SimMessage[] =>
  world.telegram.messages(donor.id).filter(isKeypad);

/** Opens the bot by a link and waits for the keypad. */
export async function openKeypad(
  world: World,
  donor: Donor,
  payload = `donate_${OPEN}`,
): Promise<SimMessage> {
  const before = new Set(keypadsOf(world, donor).map(({ message_id }) => message_id));
  donor.person.start(payload);
  return eventuallyIn(world, () => {
    const keypad = keypadsOf(world, donor).find(({ message_id }) => !before.has(message_id));
    if (keypad === undefined) throw new Error(`no keypad was sent to ${donor.id}`);
    return keypad;
  });
}

export function press(
  world: World,
  donor: Donor,
  { message_id }: SimMessage,
  data: string,
  chatId = donor.id,
) {
  world.presses.count += 1;
  return donor.person.press(chatId, message_id, data);
}

export const tap = (world: World, donor: Donor, keypad: SimMessage, key: Key) =>
  press(world, donor, keypad, callbackData.key(key));

export async function type(world: World, donor: Donor, keypad: SimMessage, text: string): Promise<void> {
  for (const key of text)
    await tap(
      world,
      donor,
      keypad,
      KEYS.find((each) => each === key)!,
    );
}

/** Waits for an invoice, and returns the donor's newest one. */
export async function receivedInvoice(world: World, donor: Donor): Promise<Received> {
  const message = await waitForMessage(world, donor.id, /Press Pay now/);
  const url = buttonsOf(message).flatMap((button) => ('url' in button ? [button.url] : []))[0] ?? '';
  const reference = /Order (\S+)/.exec(message.text)?.[1] ?? '';
  return { message, url, invoiceId: new URL(url).searchParams.get('iid') ?? '', reference };
}

/** Opens a keypad, types an amount, confirms it and waits for the invoice. */
export async function askFor(world: World, donor: Donor, text = '25.00', channel = OPEN): Promise<Received> {
  const keypad = await openKeypad(world, donor, `donate_${channel}`);
  await type(world, donor, keypad, text);
  await tap(world, donor, keypad, 'confirm');
  return receivedInvoice(world, donor);
}

export const ordersOf = ({ database }: World, { id }: Donor) =>
  database<{ reference: string; state: string; amount_cents: number; payment_id: string | null }[]>`
    select reference, state, amount_cents, payment_id from orders where user_id = ${id} order by created_at`;

/** The promises that are due within so many seconds and not kept yet. */
export async function leftToDo({ database }: World, withinSeconds = 61): Promise<string[]> {
  const rows = await database<{ left: string }[]>`
    select kind || ': ' || coalesce(last_error, '') as left from outbox
    where delivered_at is null and failed_at is null and kind not in ('expire_keypad', 'reconcile_order')
      and due_at <= app_now() + ${withinSeconds}::int * interval '1 second'`;
  return rows.map(({ left }) => left);
}

/** Calls the worker until every promise is kept that is due within so many seconds. */
export const quiet = (world: World, { withinSeconds = 61 } = {}): Promise<true> =>
  eventually(
    async () => {
      await world.tick();
      const left = await leftToDo(world, withinSeconds);
      if (left.length > 0) throw new Error(`not done yet: ${left.join(', ')}`);
      return true as const;
    },
    { timeoutMs: FACT_DEADLINE_MS + withinSeconds * 1000, everyMs: 50 },
  );

/** Calls a worker as a nudge does. Returns how many entries it says it delivered. */
export async function callWorker(world: World, url: string): Promise<number> {
  const secret = String(world.environment('worker')['WEBHOOK_SIGNING_SECRET']);
  const body = '{"due":true}';
  const answer = await call(url, { body, headers: { ...signWebhook(secret, body) } });
  return (json(answer) as { delivered: number }).delivered;
}

/** The calls that Telegram refused, including the faults that a test injected. */
export const refusedCalls = ({ telegram }: World) =>
  telegram.calls.filter(({ ok }) => !ok).map(({ method, description }) => `${method}: ${description ?? ''}`);

/** The number of answers to each callback query. */
export function answersPerQuery({ telegram }: World): number[] {
  const answers = new Map<unknown, number>();
  for (const { method, payload } of telegram.calls)
    if (method === 'answerCallbackQuery')
      answers.set(payload['callback_query_id'], (answers.get(payload['callback_query_id']) ?? 0) + 1);
  return [...answers.values()];
}

/** Random numbers in [0, 1). The same seed gives the same numbers. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
