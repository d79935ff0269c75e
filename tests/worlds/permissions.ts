import { randomInt } from 'node:crypto';
import { addSellingChannel, addTierOrder, CLOSED_ID, paymentOf, settleIpn } from '../support/subscription';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../support/order';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { useFixture } from '../support/use-fixture';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../shared/domain/common/ids';
import type { OwnerActionName } from '../../shared/domain/owner/owner-actions';
import type { OwnerQuestion } from '../../shared/domain/messages/owner';
import { placeYes } from '../../shared/domain/places/place';
import { newReference } from '../../shared/services/common/new-reference';

/** All users who press buttons in the tests. */
export const ACTORS = {
  owner: OWNER_ID,
  manager: 7002,
  reader: 7003,
  buyer: BUYER_ID,
  stranger: 7005,
  'former owner': 7006,
} as const;
export type ActorName = keyof typeof ACTORS;

export const OTHER_ID = -1002222222222;
const OTHER_OWNER = 7007;
/** This title is on every page about the channel, so the tests notice a page that reaches the wrong user. */
export const TITLE = 'Secret Alpha';
export const OTHER_TITLE = 'Hidden Beta';

/** The argument of an action, or a function that first writes to the database what the action needs. */
type Argument =
  | string
  | undefined
  | ((world: PermissionWorld, actor: number, channel: number) => Promise<string | undefined>);

const member = String(BUYER_ID);
const aRuling: Argument = (world, actor, channel) => world.addRuling(actor, channel);
const aList =
  (state: string, chosen = ''): Argument =>
  async (world, actor, channel) =>
    `${await world.addList(actor, channel, state)}${chosen}`;

/** The argument that follows the channel in the callback data of each action. A new action needs one more line. */
export const ARGUMENTS: Readonly<Record<OwnerActionName, Argument>> = {
  menu: undefined,
  settings: undefined,
  edit: 'title',
  amounts: undefined,
  'drop-amounts': undefined,
  'donation-stars': undefined,
  'set-donation-stars': 'usual',
  pause: undefined,
  resume: undefined,
  give: undefined,
  buyer: member,
  grant: `${member}_30`,
  revoke: member,
  ban: member,
  unban: '4300',
  'no-reason': `ban_${member}`,
  ruling: aRuling,
  confirm: aRuling,
  audit: '1',
  'take-over': undefined,
  takeover: aList('compared'),
  'list-go': aList('compared', '_7_keep'),
  'list-drop': aList('compared'),
  'list-file': aList('compared'),
  'list-undo': aList('applied'),
  'list-undo-now': aList('applied'),
  tiers: undefined,
  tier: '1',
  'edit-tier': '1_tier_name',
  'tier-days': 'forever',
  'tier-stars': '1',
  'set-stars': '1_385',
  'drop-tier': '1',
  zone: 'Europe/Berlin',
  removals: undefined,
  'set-removals': 'dry_run',
  listed: 'on',
  language: undefined,
  'set-language': 'en',
  chat: 'private',
  'set-private': String(CLOSED_ID - 7),
  'set-public': 'none',
  places: undefined,
  place: String(CLOSED_ID),
  'add-place': undefined,
  'set-extra': String(CLOSED_ID - 7),
  'open-place': placeYes({ chatId: CLOSED_ID - 7, askedAt: 1_800_000_000_000 }),
  'drop-place': String(CLOSED_ID),
  'close-place': placeYes({ chatId: CLOSED_ID, askedAt: 1_800_000_000_000 }),
  team: undefined,
  person: '7003',
  invite: 'manager',
  role: '7003_read_only',
  dismiss: '7010',
  transfer: '7002',
  'transfer-now': '7002',
  posts: undefined,
  'post-preview': 'offer',
  'post-kind': 'donate',
  'post-publish': (world, _, channel) => world.mayPublish(channel),
  'post-hours': undefined,
  'post-daily': '9',
  'post-refresh': undefined,
  'post-remove': undefined,
  links: undefined,
  'link-picture': 'offer',
  stats: undefined,
  export: 'orders',
  members: undefined,
  member,
  'renewal-ask': member,
  'renewal-end': member,
  orders: undefined,
  order: (world, _, channel) => world.addOrder(channel),
  cases: undefined,
  case: async (world, _, channel) => String(await world.addCase(channel)),
  'case-worth': async (world, _, channel) => String(await world.addUnknownWorth(channel)),
  refund: (world, _, channel) => world.addRefundable(channel),
  'refund-now': (world, _, channel) => world.addRefundable(channel),
  notify: undefined,
  'notify-set': 'both',
  'notify-hours': undefined,
  'notify-hour': '9',
  'notify-test': undefined,
  'notify-missed': undefined,
  'notify-again': undefined,
};

/** The typed answer to each question, with the draft that earlier answers left. */
export const ANSWERS: Readonly<
  Record<OwnerQuestion, { text: string; draft?: Readonly<Record<string, unknown>> }>
> = {
  title: { text: 'Renamed' },
  description: { text: 'Described' },
  donation_message: { text: 'Thanks' },
  grace_hours: { text: '48' },
  tolerance_percent: { text: '2' },
  time_zone: { text: 'Europe/Berlin' },
  tier_name: { text: 'Platinum', draft: { position: 1 } },
  tier_price: { text: '40.00', draft: { position: 1 } },
  tier_days: { text: '60', draft: { position: 1 } },
  donation_amounts: { text: '5 10 25' },
  tier_stars: { text: '385', draft: { position: 1 } },
  donation_stars: { text: '50 100 500' },
  case_worth: { text: '12.50', draft: { paymentId: 1 } },
  takeover_list: { text: '@anna_b for ever' },
  takeover_until: { text: 'for ever', draft: { text: '@anna_b' } },
  support_person: { text: member },
  support_days: { text: '30', draft: { ruling: 'grant', userId: BUYER_ID } },
  support_reason: { text: 'Because', draft: { ruling: 'grant', userId: BUYER_ID, days: 30 } },
};

interface OlderButton {
  readonly data: (world: PermissionWorld, channel: number) => Promise<string>;
  readonly may: readonly ActorName[];
}

const ofCase =
  (data: (paymentId: number) => string): OlderButton['data'] =>
  async (world, channel) =>
    data(await world.addCase(channel));

/**
 * Buttons of messages that the bot sends on its own. They need a manager, apart from the story of an order: viewers and its
 * buyer may read it as well.
 */
export const OLDER_BUTTONS: Readonly<Record<string, OlderButton>> = {
  case_accept: { may: ['owner', 'manager'], data: ofCase((paymentId) => `case_accept_${paymentId}`) },
  case_credit: { may: ['owner', 'manager'], data: ofCase((paymentId) => `case_credit_${paymentId}_0`) },
  case_refund: { may: ['owner', 'manager'], data: ofCase((paymentId) => `case_refund_${paymentId}`) },
  case_sent: { may: ['owner', 'manager'], data: ofCase((paymentId) => `case_sent_${paymentId}`) },
  case_typed: {
    may: ['owner', 'manager'],
    data: async (world, channel) => `case_typed_${await world.addUnknownWorth(channel)}_1250_0`,
  },
  member_remove: {
    may: ['owner', 'manager'],
    data: async (_, channel) => `member_remove_${channel}_${BUYER_ID}`,
  },
  removals_release: { may: ['owner', 'manager'], data: async (_, channel) => `removals_release_${channel}` },
  removals_off: { may: ['owner', 'manager'], data: async (_, channel) => `removals_off_${channel}` },
  order_story: {
    may: ['owner', 'manager', 'reader', 'buyer'],
    data: async (world, channel) => `order_story_${await world.addOrder(channel)}`,
  },
};

export type PermissionWorld = Awaited<ReturnType<typeof startPermissionWorld>>;

async function fill(test: TestDatabase, channel: number): Promise<void> {
  const isOurs = channel === CHANNEL_ID;
  const runs = isOurs ? [ACTORS.manager, ACTORS.reader] : [7008, 7009];
  const buyer = isOurs ? BUYER_ID : 4400;
  const banned = isOurs ? 4300 : 4401;
  const reference = await addTierOrder(test.database, { openChannelId: channel, userId: buyer });
  await pay(test, { channel, userId: buyer, reference });
  await test.database.query(
    (sql) => sql`
      with runs as (
        insert into channel_administrators (open_channel_id, user_id, role, added_by)
        values (${channel}, ${Number(runs[0])}, 'manager', 1), (${channel}, ${Number(runs[1])}, 'read_only', 1)),
      inside as (
        insert into members (open_channel_id, user_id, status, origin, is_protected)
        values (${channel}, ${buyer}, 'member', 'before', true)),
      -- The hour of a digest can only be set if there is a digest.
      daily as (
        insert into schedules (open_channel_id, kind, hour, next_at)
        values (${channel}, 'digest', 8, app_now() + interval '1 day')),
      banned as (insert into bans (open_channel_id, user_id, reason, banned_by) values (${channel}, ${banned}, 'Spam', 1))
      insert into audit_log (act, actor_user_id, open_channel_id, user_id) values ('banned', 1, ${channel}, ${banned})`,
  );
}

async function pay(
  { database }: TestDatabase,
  { reference, channel, ...change }: { channel: number; userId: number; reference: string } & object,
): Promise<number> {
  const raw = paymentOf(reference, { openChannelId: channel, ...change });
  await settleIpn(database, raw);
  return raw.payment_id;
}

/** A channel with everything that an action may be about, and another owner's channel. */
export async function startPermissionWorld() {
  const test = await createTestDatabase();
  const { database } = test;
  await addSellingChannel(database, { title: TITLE });
  await addSellingChannel(database, {
    openChannelId: OTHER_ID as OpenChannelId,
    closedChannelId: (CLOSED_ID - 1) as ClosedChannelId,
    title: OTHER_TITLE,
    ownerUserId: OTHER_OWNER,
  });
  for (const channel of [CHANNEL_ID, OTHER_ID]) await fill(test, channel);
  const setOwner = (userId: number) =>
    database.query(
      (sql) => sql`update channels set owner_user_id = ${userId} where open_channel_id = ${CHANNEL_ID}`,
    );
  await setOwner(ACTORS['former owner']);
  await setOwner(OWNER_ID);
  const [{ tables } = { tables: [] }] = await database.query(
    (sql) => sql<{ tables: string[] }[]>`
      select json_agg(table_name order by table_name) as tables from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'app_clock'`,
  );
  return {
    test,
    close: () => test.close(),
    setOwner,
    /** A hash of each table, apart from those in `but`. */
    state: async (but: readonly string[] = []): Promise<Readonly<Record<string, string>>> => {
      const meant = tables.filter((table) => !but.includes(table));
      const [row] = await database.query((sql) =>
        sql.unsafe<{ state: Record<string, string> }[]>(
          `select jsonb_object_agg(name, hash) as state from (${meant
            .map(
              (table) =>
                `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as hash from "${table}" t`,
            )
            .join(' union all ')}) as each`,
        ),
      );
      return row?.state ?? {};
    },
    /** The authors of everything that the log says was done since the start. */
    authors: async (): Promise<(number | null)[]> => {
      const rows = await database.query(
        (sql) => sql<{ author: number | null }[]>`
          select distinct actor_user_id as author from audit_log where actor_user_id is distinct from 1`,
      );
      return rows.map(({ author }) => author);
    },
    /** The keys of all rate limits that were used. */
    limitsTaken: async (): Promise<string[]> => {
      const rows = await database.query(
        (sql) => sql<{ key: string }[]>`select key from rate_limits order by key`,
      );
      return rows.map(({ key }) => key);
    },
    /** A hash of all rows of the other channel. */
    ofOther: async (): Promise<string> => {
      const [row] = await database.query((sql) =>
        sql.unsafe<{ all: string }[]>(
          `select md5(string_agg(r, '|')) as all from (${tables
            .filter((table) => !['inbox', 'outbox', 'schema_migrations', 'chats'].includes(table))
            .map(
              (table) =>
                `select '${table}' || t::text as r from "${table}" t where t::text like '%${OTHER_ID}%'`,
            )
            .join(' union all ')} order by 1) as each`,
        ),
      );
      return row?.all ?? '';
    },
    addOrder: (channel: number): Promise<OrderReference> =>
      addTierOrder(database, {
        openChannelId: channel,
        userId: channel === CHANNEL_ID ? BUYER_ID : 4400,
        // A buyer may have one open order for each price, so each order has another price.
        amountCents: 3000 + randomInt(1_000_000),
      }),
    /** An odd payment that waits for a decision. */
    addCase: async (channel: number): Promise<number> => {
      const userId = 900_000 + randomInt(2 ** 30);
      const reference = await addTierOrder(database, { openChannelId: channel, userId });
      const odd = { payment_status: 'partially_paid', actually_paid: 20 };
      return pay(test, { channel, userId, reference, ...odd });
    },
    /** A deposit in another coin whose worth NOWPayments does not say. */
    addUnknownWorth: async (channel: number): Promise<number> => {
      const userId = 900_000 + randomInt(2 ** 30);
      const reference = await addTierOrder(database, { openChannelId: channel, userId });
      const child = { parent_payment_id: 1, pay_currency: 'trx', pay_amount: 4, actually_paid: 4 };
      return pay(test, { channel, userId, reference, ...child });
    },
    /** A payment in Stars that can be sent back. */
    addRefundable: async (channel: number): Promise<string> => {
      const userId = 900_000 + randomInt(2 ** 30);
      const reference = await addTierOrder(database, { openChannelId: channel, userId });
      const paymentId = await pay(test, { channel, userId, reference });
      await database.query(
        (sql) => sql`
          with charged as (
            insert into star_charges (charge_id, payment_id, user_id, stars, payload, order_reference, paid_at)
              overriding system value
            values (${`charge-${paymentId}`}, ${paymentId}, ${userId}, 385, 's1_', ${reference}, app_now()))
          update payments set rail = 'stars', payer_user_id = ${userId}, pay_currency = 'xtr', actually_paid = 385
          where payment_id = ${paymentId}`,
      );
      return String(paymentId);
    },
    /** Prepares the channel so that posts can be published now. */
    mayPublish: async (channel: number): Promise<undefined> => {
      await database.query(
        (sql) => sql`
          update channels set public_channel_id = ${channel}, paused_at = null, posts_triggered_at = null,
            post_kinds = '{offer,donate}' where open_channel_id = ${channel}`,
      );
    },
    /** Adds a ruling that its author has not confirmed yet. */
    addRuling: async (by: number, channel: number): Promise<string> => {
      const rulingId: string = newReference();
      await database.query(
        (sql) => sql`
          insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by)
          values (${rulingId}, ${channel}, ${channel === CHANNEL_ID ? BUYER_ID : 4400}, 'grant', 30, 'Prize', ${by})`,
      );
      return rulingId;
    },
    /** Adds a list of members of this channel. */
    addList: async (by: number, channel: number, state: string): Promise<number> => {
      const [row] = await database.query(
        (sql) => sql<{ id: number }[]>`
          insert into takeovers (open_channel_id, digest, state, started_by)
          values (${channel}, ${newReference()}, ${state}, ${by}) returning takeover_id as id`,
      );
      return row?.id ?? 0;
    },
    ask: (userId: number, channel: number, question: OwnerQuestion) =>
      database.query(
        (sql) => sql`
          insert into dialogs (user_id, question, open_channel_id, message_id, draft)
          values (${userId}, ${question}, ${channel}, 9, ${sql.json((ANSWERS[question].draft ?? {}) as never)})
          on conflict (user_id) do update set question = excluded.question, open_channel_id = excluded.open_channel_id,
            draft = excluded.draft`,
      ),
  };
}

/** A permission world for the tests of a file. */
export const usePermissionWorld = (): PermissionWorld => useFixture(startPermissionWorld);
