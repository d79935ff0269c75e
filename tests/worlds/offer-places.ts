import { listChannels } from '../../shared/database/owner/channels';
import { listOpenPlaces } from '../../shared/database/places/known-chats';
import type { FileChannel } from '../../shared/domain/places/file-places';
import {
  ChannelFileError,
  formatChannelFile,
  parseChannelFile,
} from '../../shared/services/operations/channel-file';
import { importChannels } from '../../shared/services/operations/import-channels';
import { importPlaces, preparePlaces } from '../../shared/services/operations/import-places';
import { drainOutbox } from '../../shared/services/drain-outbox';
import { closePlace, openPlace } from '../../shared/database/places/offer-places';
import { promiseAlone } from '../../shared/database/common/outbox';
import { banApplied } from '../../shared/domain/access/decide-ruling';
import { endPromises } from '../../shared/domain/access/end-promises';
import { ACCESS_EXPIRES_SECONDS } from '../../shared/domain/effects';
import { FOR_EVER_DAYS } from '../../shared/domain/common/for-ever';
import type { ClosedChannelId, OpenChannelId } from '../../shared/domain/common/ids';
import { FACT_DEADLINE_MS } from '../support/deadlines';
import { BOT, CLOSED, dying, OPEN, OWNER } from './access';
import type { PlaceWorld } from './places';

export const OFFERS = [OPEN, -1002000000001 as OpenChannelId, -1002000000002 as OpenChannelId] as const;
const MAINS = [CLOSED, -1003000000001, -1003000000002] as const;
/** Chats that any offer may open: the main places of the others, a channel, a supergroup and a group that may be upgraded. */
const CHANNEL = -1004000000001;
const SUPERGROUP = -1004000000002;
const GROUP = -4003;
export const USERS = [61_001, 61_002, 61_003, 61_004, 61_005] as const;
const STRANGER = 61_999;
/** Another owner, who may be given an offer. All chats stay OWNER's in Telegram. */
const HEIR = 61_998;

const RIGHTS = { can_invite_users: true, can_restrict_members: true };

/** Several offers of one owner that share places, their members, and what can happen to them. */
export function offerPlaces(world: PlaceWorld) {
  const { database } = world.test;
  const { telegram } = world;
  let serial = 0;
  /** The chats by name, because an upgrade changes an id. */
  const chats = new Map<string, number>([
    ...MAINS.map((id, index) => [`main ${index}`, id] as const),
    ['channel', CHANNEL],
    ['supergroup', SUPERGROUP],
    ['group', GROUP],
  ]);
  const chatOf = (name: string) => chats.get(name) as ClosedChannelId;
  /** Members that the bot must leave alone: those who came by the owner's hand, and administrators. `user:chat`. */
  const byHand = new Set<string>();
  const appointed = new Set<string>();
  const memberKey = (userId: number, chat: string) => `${userId}:${chat}`;

  async function begin(): Promise<void> {
    for (const id of [...USERS, STRANGER, HEIR]) {
      telegram.addUser({ id, first_name: `User ${id}` });
      telegram.as(id).start();
    }
    for (const [name, id] of chats) {
      if (id === CLOSED) continue;
      const chat = { id, title: name, creatorId: OWNER };
      if (name.endsWith('group')) telegram.addGroup(chat);
      else telegram.addChannel(chat);
      telegram.setMember(id, BOT, 'administrator', RIGHTS);
    }
    telegram.setMember(CLOSED, BOT, 'administrator', RIGHTS);
    for (const [index, offer] of OFFERS.entries())
      await database.query(
        (sql) => sql`
          insert into channels (open_channel_id, closed_channel_id, title, owner_user_id, grace_hours)
          values (${offer}, ${MAINS[index] ?? null}, ${`Offer ${index}`}, ${OWNER}, 1)
          on conflict (open_channel_id) do update set grace_hours = 1`,
      );
    await world.heard();
  }

  /** Sets the end of a user's days in an offer, with what a payment, a refund or a ruling promises. */
  async function setEnd(offer: OpenChannelId, userId: number, days: number | null): Promise<void> {
    const [row] = await database.query(
      (sql) => sql<{ version: number; until: number | null; now: number }[]>`
        insert into subscriptions as s (open_channel_id, user_id, paid_until)
        values (${offer}, ${userId}, date_trunc('second', app_now() + ${days} * interval '1 day'))
        on conflict (open_channel_id, user_id) do update set version = s.version + 1,
          paid_until = case when ${days}::int is null then null
            else date_trunc('second', greatest(s.paid_until, app_now()) + ${days} * interval '1 day') end,
          removed_at = case when ${days}::int is null then s.removed_at end
        returning version, (extract(epoch from paid_until) * 1000)::bigint as until,
          (extract(epoch from app_now()) * 1000)::bigint as now`,
    );
    if (row === undefined) throw new Error('an upsert returned nothing');
    const of = { openChannelId: offer, userId };
    const grant = {
      effect: { kind: 'grant_access', ...of, reference: null, news: { type: 'given', days: days ?? 1 } },
      key: `grant:${(serial += 1)}`,
      expiresInSeconds: ACCESS_EXPIRES_SECONDS,
    } as const;
    await promiseAlone(database, [
      ...(days === null ? [] : [grant]),
      ...endPromises({ ...of, version: row.version }, row.until, row.now),
    ]);
  }

  async function setBan(offer: OpenChannelId, userId: number, isBanned: boolean): Promise<void> {
    // A ban counts for the protected, too, but whether it comes before its end is left open here.
    if ([...appointed, ...byHand].some((key) => key.startsWith(`${userId}:`))) return;
    await database.query((sql) =>
      isBanned
        ? sql`insert into bans (open_channel_id, user_id, reason, banned_by) values (${offer}, ${userId}, '', ${OWNER})
            on conflict do nothing`
        : sql`delete from bans where (open_channel_id, user_id) = (${offer}, ${userId})`,
    );
    await promiseAlone(database, [banApplied({ openChannelId: offer, userId }, `ban:${(serial += 1)}`)]);
  }

  const statusIn = async (userId: number, chat: string) =>
    (await world.deps.api.getChatMember(chatOf(chat), userId)).status;

  const entitled = async (userId: number, chat: string): Promise<{ now: boolean; lately: boolean }> => {
    const [row] = await database.query(
      (sql) => sql<{ now: boolean; lately: boolean }[]>`
        select coalesce(bool_or(s.paid_until > app_now()), false) as now,
          coalesce(bool_or(s.paid_until between app_now() - interval '12 hours' and app_now()), false) as lately
        from places p join subscriptions s using (open_channel_id)
        where p.chat_id = ${chatOf(chat)} and p.closed_at is null and s.user_id = ${userId} and not exists (
          select from bans b where (b.open_channel_id, b.user_id) = (s.open_channel_id, s.user_id))`,
    );
    return row ?? { now: false, lately: false };
  };

  /** Imports a file, unless it names a chat that the offer can't have. */
  async function importAll(channels: readonly FileChannel[]): Promise<void> {
    try {
      const ask = () => Promise.resolve(new Map());
      const plan = await preparePlaces(database, channels, { isClosing: true, ask });
      await importChannels(database, channels);
      await importPlaces(database, plan);
    } catch (error) {
      if (!(error instanceof ChannelFileError)) throw error;
    }
  }

  /** Changes an offer by the operator's file, which leaves its places out. */
  async function changeOffer(
    offer: OpenChannelId,
    change: { readonly ownerUserId: number } | { readonly graceHours: number },
  ): Promise<void> {
    const [channel] = parseChannelFile(formatChannelFile(await listChannels(database, [offer])));
    if (channel !== undefined) await importAll([{ ...channel, ...change }]);
  }

  const actions = {
    buy: (offer: OpenChannelId, userId: number, _chat: string, days: number) => setEnd(offer, userId, days),
    buyForEver: (offer: OpenChannelId, userId: number) => setEnd(offer, userId, FOR_EVER_DAYS),
    refund: (offer: OpenChannelId, userId: number) => setEnd(offer, userId, null),
    ban: (offer: OpenChannelId, userId: number) => setBan(offer, userId, true),
    unban: (offer: OpenChannelId, userId: number) => setBan(offer, userId, false),
    open: (openChannelId: OpenChannelId, _userId: number, chat: string) =>
      openPlace(database, {
        openChannelId,
        chatId: chatOf(chat),
        kind: 'supergroup',
        role: 'extra',
        title: chat,
        actorUserId: OWNER,
      }),
    close: (openChannelId: OpenChannelId, _userId: number, chat: string) =>
      closePlace(database, { openChannelId, chatId: chatOf(chat), actorUserId: OWNER }),
    leave: (_offer: OpenChannelId, userId: number, chat: string) => {
      const key = memberKey(userId, chat);
      if (!byHand.has(key) && !appointed.has(key)) telegram.as(userId).leave(chatOf(chat));
    },
    addByHand: async (_offer: OpenChannelId, userId: number, chat: string) => {
      await world.heard();
      if ((await statusIn(userId, chat)) !== 'left') return;
      const banned = await database.query((sql) => sql`select from bans where user_id = ${userId}`);
      if (banned.length > 0 || (await entitled(userId, chat)).now) return;
      telegram.setMember(chatOf(chat), userId, 'member');
      byHand.add(memberKey(userId, chat));
      await telegram.drained();
    },
    transfer: (offer: OpenChannelId, userId: number) =>
      changeOffer(offer, { ownerUserId: userId % 2 === 0 ? OWNER : HEIR }),
    grace: (offer: OpenChannelId, _userId: number, _chat: string, hours: number) =>
      changeOffer(offer, { graceHours: Math.ceil(hours / 5) - 1 }),
    pause: (offer: OpenChannelId, userId: number) =>
      database.query(
        (sql) => sql`
          update channels set paused_at = case when ${userId % 2 === 0} then app_now() end where open_channel_id = ${offer}`,
      ),
    importFile: async (offer: OpenChannelId, _userId: number, chat: string) => {
      const open = await listOpenPlaces(database, [offer]);
      const text = formatChannelFile(await listChannels(database, [offer]), open);
      // A basic group can't be in a file.
      if (open.some(({ chatId }) => chatId === GROUP) || chatOf(chat) === GROUP) return;
      const [channel] = parseChannelFile(text);
      if (channel === undefined || channel.closedChannelId === chatOf(chat)) return;
      const { places = [] } = channel;
      const isOpen = places.some(({ chatId }) => chatId === chatOf(chat));
      const added = { chatId: chatOf(chat), kind: 'supergroup', role: 'extra', title: chat } as const;
      const changed = isOpen ? places.filter(({ chatId }) => chatId !== added.chatId) : [...places, added];
      await importAll([{ ...channel, places: changed }]);
    },
    appoint: async (_offer: OpenChannelId, userId: number, chat: string) => {
      if ((await statusIn(userId, chat)) !== 'member') return;
      telegram.setMember(chatOf(chat), userId, 'administrator');
      appointed.add(memberKey(userId, chat));
      await telegram.drained();
    },
    loseRight: (_offer: OpenChannelId, userId: number, chat: string) => {
      const right = userId % 2 === 0 ? 'can_invite_users' : 'can_restrict_members';
      telegram.setMember(chatOf(chat), BOT, 'administrator', { ...RIGHTS, [right]: false });
    },
    upgrade: () => {
      if (chatOf('group') === GROUP) chats.set('group', telegram.upgradeGroup(GROUP));
    },
    crash: async (_offer: OpenChannelId, userId: number, _chat: string, step: number) => {
      await telegram.drained();
      await drainOutbox(dying(world.deps, step, userId % 2 === 0), { budgetMs: FACT_DEADLINE_MS }).catch(
        () => undefined,
      );
    },
    work: () => world.heard(),
    wait: (_offer: OpenChannelId, _userId: number, _chat: string, days: number) =>
      world.advance(days * 24 * 3600 * 1000),
  } as const;

  /** Everybody uses each live link; a stranger tries them all. */
  async function join(): Promise<void> {
    const links = await database.query(
      (sql) => sql<{ link: string; userId: number }[]>`
        select invite_link as link, user_id as "userId" from place_links where revoked_at is null`,
    );
    for (const { link, userId } of links)
      for (const each of [userId, STRANGER])
        try {
          telegram.as(each).join(link);
        } catch {
          // Telegram shows a banned user an expired link.
        }
  }

  /** Everybody who has days left asks for the way in again, as with the button below their subscriptions. */
  async function ask(): Promise<void> {
    const active = await database.query(
      (sql) => sql<{ openChannelId: OpenChannelId; userId: number }[]>`
        select open_channel_id as "openChannelId", user_id as "userId" from subscriptions where paid_until > app_now()`,
    );
    const news = { type: 'asked' } as const;
    await promiseAlone(
      database,
      active.map((of) => ({
        effect: { kind: 'grant_access', ...of, reference: null, news },
        key: `asked:${(serial += 1)}`,
        expiresInSeconds: ACCESS_EXPIRES_SECONDS,
      })),
    );
  }

  /** Gives all rights back, and lets everything that is due within some hours happen. */
  async function settle(): Promise<void> {
    for (const id of chats.values()) telegram.setMember(id, BOT, 'administrator', RIGHTS);
    await world.heard();
    await ask();
    for (let round = 0; round < 10; round += 1) {
      await world.heard();
      await join();
      await world.heard();
      await world.advance((round < 6 ? 10 : 75) * 60_000);
    }
    await world.heard();
  }

  /** What is wrong: people in a place that they have no right to, out of one that they have, and removals that aren't proven. */
  async function wrong(): Promise<string[]> {
    const found: string[] = [];
    for (const chat of chats.keys()) {
      if ((await statusIn(STRANGER, chat)) !== 'left') found.push(`a stranger is in ${chat}`);
      for (const userId of USERS) {
        const key = memberKey(userId, chat);
        const [status, right] = [await statusIn(userId, chat), await entitled(userId, chat)];
        if (appointed.has(key) && status !== 'administrator') found.push(`administrator ${key} is ${status}`);
        if (right.lately && !right.now) continue;
        const isIn = ['member', 'administrator', 'creator'].includes(status);
        const belongs = right.now || byHand.has(key) || appointed.has(key);
        if (isIn !== belongs)
          found.push(`${key} is ${status} and ${belongs ? 'belongs' : 'does not belong'} there`);
      }
    }
    const unproven = await database.query(
      (sql) => sql<{ id: number }[]>`
        select user_id as id from place_access where removing_since is not null`,
    );
    return [...found, ...unproven.map(({ id }) => `the removal of ${id} is not proven`)];
  }

  return { actions, begin, chats, settle, wrong };
}
