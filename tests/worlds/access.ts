import { nowMs } from '../support/clock';
import { startTelegramSimulator, type TelegramSimulator } from '../../playground/telegram/index';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { useFixture } from '../support/use-fixture';
import { saveChannels } from '../../shared/database/owner/channels';
import { promiseAlone } from '../../shared/database/common/outbox';
import type { Effect } from '../../shared/domain/effects';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import { silentLogger } from '../../shared/logger';
import type { NowpaymentsClient } from '../../shared/nowpayments/client';
import { telegramApi } from '../../shared/telegram/api';
import { parseChannelFile } from '../../shared/services/operations/channel-file';
import { drainOutbox } from '../../shared/services/drain-outbox';
import { newReference } from '../../shared/services/common/new-reference';
import type { Outcome } from '../../shared/services/common/outcome';
import { performEffect, type EffectDependencies } from '../../shared/services/perform-effect';
import { attemptOf } from '../support/attempt';

export const OPEN = -1001234567890 as OpenChannelId;
export const CLOSED = -1009876543210 as ClosedChannelId;
export const OWNER = 7001;
export const BOT = 123456789;
const BOT_TOKEN = `${BOT}:AAF-simulated`;

const unasked = () => Promise.reject(new Error('this world has no NOWPayments'));
const nowpayments: NowpaymentsClient = {
  createInvoice: unasked,
  getCoins: unasked,
  getMinAmount: unasked,
  getPayment: unasked,
  getStatus: unasked,
  listPayments: undefined,
};

/** A private channel that is sold, with a real Postgres and a simulated Telegram over HTTP. */
export interface AccessWorld {
  readonly test: TestDatabase;
  readonly telegram: TelegramSimulator;
  readonly deps: EffectDependencies;
  /** Adds a buyer whose access ends after this interval, a negative one for ended access. `null`: they have no access. */
  newBuyer(paidFor: string | null): Promise<Buyer>;
  perform(effect: Effect, key?: string, attempts?: number): Promise<Outcome>;
  /** Performs what is due, within the time that one worker has. */
  drain(): Promise<void>;
  drainWith(deps: EffectDependencies): Promise<void>;
  /** Moves the clocks of the database and of Telegram. */
  advance(ms: number): Promise<void>;
  /** The types of the messages that were promised to a chat. `edit ` precedes those that only change an earlier message. */
  said(chatId: number): Promise<string[]>;
  isIn(userId: number): Promise<boolean>;
  liveLinks(userId: number): Promise<string[]>;
  close(): Promise<void>;
}

export interface Buyer {
  readonly userId: number;
  readonly reference: OrderReference;
  /** Epoch milliseconds. */
  readonly paidUntil: number | null;
}

let lastUserId = 50_000;

async function addBuyer({ database }: TestDatabase, telegram: TelegramSimulator, paidFor: string | null) {
  const userId = ++lastUserId;
  const reference = newReference();
  telegram.addUser({ id: userId, first_name: `Buyer ${userId}`, username: `buyer_${userId}` });
  telegram.as(userId).start();
  const [row] = await database.query(
    (sql) => sql<{ paidUntil: number | null }[]>`
      with s as (
        insert into subscriptions (open_channel_id, user_id, paid_until)
        values (${OPEN}, ${userId}, date_trunc('second', app_now() + ${paidFor}::interval)) returning paid_until),
      o as (
        insert into orders (reference, kind, state, user_id, open_channel_id, tier_name, tier_days, amount_cents,
          payment_id, settled_at)
        values (${reference}, 'subscription', 'settled', ${userId}, ${OPEN}, 'Month', 30, 3000, ${userId}, app_now()))
      select (extract(epoch from paid_until) * 1000)::bigint as "paidUntil" from s`,
  );
  await database.query(
    (sql) => sql`
      with e as (
        insert into extensions (order_reference, open_channel_id, user_id, days, granted_at)
        values (${reference}, ${OPEN}, ${userId}, 30, app_now()))
      insert into chats (chat_id, username) values (${userId}, ${`buyer_${userId}`})
      on conflict (chat_id) do nothing`,
  );
  return { userId, reference, paidUntil: row?.paidUntil ?? null };
}

export async function startAccessWorld(): Promise<AccessWorld> {
  const test = await createTestDatabase();
  const { database } = test;
  let shiftedMs = 0;
  const telegram = await startTelegramSimulator({
    botToken: BOT_TOKEN,
    botUsername: 'telepay_bot',
    limits: false,
    now: () => nowMs() + shiftedMs,
  });
  telegram.addUser({ id: OWNER, first_name: 'Olga' });
  telegram.as(OWNER).start();
  telegram.addChannel({ id: CLOSED, title: 'Signals VIP', creatorId: OWNER });
  telegram.setMember(CLOSED, BOT, 'administrator');
  await saveChannels(
    database,
    parseChannelFile(
      JSON.stringify([
        { open_channel_id: OPEN, closed_channel_id: CLOSED, title: 'Signals', owner_user_id: OWNER },
      ]),
    ),
  );
  const deps: EffectDependencies = {
    database,
    nowpayments,
    ipnCallbackUrl: 'https://example.org/',
    nudgeMinimums: async () => undefined,
    log: silentLogger,
    botUsername: 'telepay_bot',
    owners: { isEveryone: true, named: [] },
    starsFor: { isEveryone: true, named: [] },
    api: telegramApi({ TELEGRAM_BOT_TOKEN: BOT_TOKEN, TELEGRAM_API_ROOT: telegram.url }),
  };
  const column = async (rows: Promise<{ value: string }[]>) => (await rows).map(({ value }) => value);
  return {
    test,
    telegram,
    deps,
    newBuyer: (paidFor) => addBuyer(test, telegram, paidFor),
    perform: (effect, key = 'test', attempts = 1) => performEffect(deps, effect, attemptOf(key, attempts)),
    drain: async () => {
      await drainOutbox(deps, { budgetMs: FACT_DEADLINE_MS });
    },
    drainWith: async (given) => {
      await drainOutbox(given, { budgetMs: FACT_DEADLINE_MS });
    },
    advance: async (ms) => {
      shiftedMs += ms;
      await test.advance(`${ms} milliseconds`);
    },
    said: (chatId) =>
      column(
        database.query(
          (sql) => sql<{ value: string }[]>`
            select case when payload #>> '{living,as}' = 'edit_only' then 'edit ' else '' end
              || (payload #>> '{message,type}') as value
            from outbox where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${chatId} order by outbox_id`,
        ),
      ),
    isIn: async (userId) =>
      ['member', 'administrator', 'creator'].includes((await deps.api.getChatMember(CLOSED, userId)).status),
    liveLinks: (userId) =>
      column(
        database.query(
          (sql) => sql<{ value: string }[]>`
            select invite_link as value from invite_links where user_id = ${userId} and revoked_at is null`,
        ),
      ),
    close: async () => {
      await telegram.close();
      await test.close();
    },
  };
}

/** An access world for the tests of a file. */
export const useAccessWorld = (): AccessWorld => useFixture(startAccessWorld);

/** Deletes all promises and what is known about the channel's chats, so that the next test counts only its own. */
export const forgetPromises = ({ test }: AccessWorld): Promise<unknown> =>
  test.database.query(
    (sql) => sql`
      with a as (delete from outbox), b as (delete from audit_log), c as (delete from bot_chats)
      delete from removal_brakes`,
  );

export const promiseNow = ({ test }: AccessWorld, effect: Effect, key: string): Promise<unknown> =>
  promiseAlone(test.database, [{ effect, key, expiresInSeconds: 86_400 * 100 }]);

export const grantOf = ({ userId, reference }: Buyer, type: 'paid' | 'asked' = 'paid'): Effect => ({
  kind: 'grant_access',
  openChannelId: OPEN,
  userId,
  reference,
  news:
    type === 'asked'
      ? { type }
      : {
          type,
          exception: 'none',
          received: { amountCrypto: null, cryptoCurrency: null, expectedCrypto: null },
        },
});

export const removalOf = ({ userId, paidUntil }: Buyer): Effect => ({
  kind: 'remove_member',
  openChannelId: OPEN,
  userId,
  paidUntil,
});

/** Adds days as a renewal does: with a new end and a new version. */
export async function renew({ test }: AccessWorld, { userId }: Buyer, days = 30): Promise<number> {
  const [row] = await test.database.query(
    (sql) => sql<{ paidUntil: number }[]>`
      update subscriptions set version = version + 1, removed_at = null,
        paid_until = date_trunc('second', greatest(app_now(), paid_until) + ${days} * interval '24 hours')
      where user_id = ${userId} returning (extract(epoch from paid_until) * 1000)::bigint as "paidUntil"`,
  );
  return row?.paidUntil ?? 0;
}

class Died extends Error {}

/** The same dependencies in a process that dies at its `step`-th query or call: before it, or right after. */
export function dying(deps: EffectDependencies, step: number, isAfter: boolean): EffectDependencies {
  let steps = 0;
  const survive = async <T>(run: () => PromiseLike<T>): Promise<T> => {
    steps += 1;
    if (steps > step || (steps === step && !isAfter)) throw new Died();
    const result = await run();
    if (steps === step) throw new Died();
    return result;
  };
  const api = new Proxy(deps.api, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => survive(() => method.apply(target, args));
    },
  });
  const database = {
    ...deps.database,
    query: <T>(run: Parameters<typeof deps.database.query<T>>[0]) => survive(() => deps.database.query(run)),
  };
  return { ...deps, api, database };
}

function door() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

/** The same dependencies, but their first call of a method waits until it is released. `waiting`: it does. */
export function holding(deps: EffectDependencies, method: 'sendMessage' | 'editMessageText') {
  const [called, released] = [door(), door()];
  let isHeld = true;
  const api = new Proxy(deps.api, {
    get: (target, name) => {
      if (name !== method || !isHeld) return Reflect.get(target, name) as unknown;
      isHeld = false;
      return async (...args: unknown[]) => {
        called.open();
        await released.passed;
        return (Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>).apply(target, args);
      };
    },
  });
  return { deps: { ...deps, api }, waiting: called.passed, release: released.open };
}

/** Whether performing an effect dies on the way. */
export async function dies(deps: EffectDependencies, effect: Effect, key: string): Promise<boolean> {
  try {
    await performEffect(deps, effect, attemptOf(key));
    return false;
  } catch (error) {
    if (error instanceof Died) return true;
    throw error;
  }
}
