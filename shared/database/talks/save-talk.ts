import type { Promised } from '../../domain/effects';
import type { TalkFacts, TalkSide } from '../../domain/talks/talk';
import { metPerson, missedSentAgain, type TelegramPerson } from '../common/chats';
import { isOpen, received, wasHandled, type Delivery, type Gate } from '../common/inbox';
import { promise } from '../common/outbox';
import type { Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { TALK_QUESTION } from './talks';

interface TalkStep {
  /** The user who wrote or pressed. */
  readonly person: TelegramPerson;
  readonly promised: readonly Promised[];
}

/** The part of a statement that ends the question for a message. */
const questionClosed = (sql: Sql, userId: number, gate: Gate) => sql`
  delete from dialogs where user_id = ${userId} and question = ${TALK_QUESTION} and ${isOpen(sql, gate)}`;

/** Stores that a user is asked for a message about an order, in place of any other question. */
export const openQuestion = (
  database: Database,
  delivery: Delivery,
  {
    order: { reference },
    openChannelId,
    person,
    promised,
  }: Pick<TalkFacts, 'order' | 'openChannelId'> & TalkStep,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'asked' })}),
        person as (${metPerson(sql, person)}),
        missed as (${missedSentAgain(sql, person.userId)}),
        opened as (
          insert into dialogs (user_id, question, open_channel_id, draft)
          select ${person.userId}::bigint, ${TALK_QUESTION}, ${openChannelId}::bigint, ${sql.json({ reference })}
          from delivery
          on conflict (user_id) do update set question = excluded.question, open_channel_id = excluded.open_channel_id,
            message_id = null, draft = excluded.draft, asked_at = app_now()),
        promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );

/** Ends the question for a message, and no other question. A repeat ends no question that was asked since. */
export const closeQuestion = (database: Database, delivery: Delivery, userId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'talk_cancelled' })})
      ${questionClosed(sql, userId, 'delivery')}`,
  );

/** Tells a user why what they wrote is not passed on. Ends the question unless they may try another text. */
export const refuseMessage = (
  database: Database,
  delivery: Delivery,
  { person, promised, mayRetry }: TalkStep & { readonly mayRetry: boolean },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with delivery as (${received(sql, { delivery, outcome: 'answered' })}),
        person as (${metPerson(sql, person)}),
        missed as (${missedSentAgain(sql, person.userId)}),
        closed as (${questionClosed(sql, person.userId, 'delivery')} and ${!mayRetry}),
        promised as (${promise(sql, promised, 'delivery')})
      select from delivery`,
  );

/** A talk as it was read, for a write that counts only if it is still the same. */
type ReadTalk = Pick<TalkFacts, 'order' | 'openChannelId' | 'buyer' | 'ownerId' | 'version'>;

/** Blocks what the other side writes, or ends that. */
interface Block {
  readonly side: TalkSide;
  readonly isBlocking: boolean;
}

/**
 * The part of a statement that changes a talk, unless the talk or the channel's owner has changed since it was read, or the
 * delivery was handled before.
 */
function talkSaved(
  sql: Sql,
  delivery: Delivery,
  { openChannelId, buyer, ownerId, version }: ReadTalk,
  block?: Block,
) {
  const { side, isBlocking = false } = block ?? {};
  return sql`
    insert into support_talks (open_channel_id, user_id, owner_blocked_by, buyer_blocked_at)
    select ${openChannelId}::bigint, ${buyer.userId}::bigint,
      case when ${isBlocking && side === 'owner'} then c.owner_user_id end,
      case when ${isBlocking && side === 'buyer'} then app_now() end
    from channels c where c.open_channel_id = ${openChannelId} and c.owner_user_id = ${ownerId}
      and not ${wasHandled(sql, delivery)}
    on conflict (open_channel_id, user_id) do update set version = support_talks.version + 1, changed_at = app_now(),
      owner_blocked_by = case when ${side === 'owner'} then excluded.owner_blocked_by else support_talks.owner_blocked_by end,
      buyer_blocked_at = case when ${side === 'buyer'} then excluded.buyer_blocked_at else support_talks.buyer_blocked_at end
      where support_talks.version = ${version}
    returning open_channel_id`;
}

/** Stores a message until it is delivered. Returns `false` if the talk or the owner has changed since it was read. */
export async function saveMessage(
  database: Database,
  delivery: Delivery,
  message: {
    readonly talk: ReadTalk;
    readonly side: TalkSide;
    readonly relayId: string;
    readonly text: string;
  } & TalkStep,
): Promise<boolean> {
  const { talk, side, relayId, text, person, promised } = message;
  const [row] = await database.query(
    (sql) => sql<{ isSaved: boolean }[]>`
      with saved as (${talkSaved(sql, delivery, talk)}),
        delivery as (${received(sql, { delivery, outcome: 'talk_written' }, 'saved')}),
        person as (${metPerson(sql, person)}),
        missed as (${missedSentAgain(sql, person.userId)}),
        closed as (${questionClosed(sql, person.userId, 'delivery')}),
        written as (
          insert into support_messages (relay_id, open_channel_id, user_id, order_reference, writer_user_id, is_from_buyer, text)
          select ${relayId}::uuid, ${talk.openChannelId}::bigint, ${talk.buyer.userId}::bigint, ${talk.order.reference},
            ${person.userId}::bigint, ${side === 'buyer'}, ${text}
          from delivery),
        promised as (${promise(sql, promised, 'delivery')})
      select exists (select from saved) or ${wasHandled(sql, delivery)} as "isSaved"`,
  );
  return row?.isSaved === true;
}

/** Blocks the other side of a talk, or ends that. Returns `false` if the talk or the owner has changed since it was read. */
export async function saveBlock(
  database: Database,
  delivery: Delivery,
  { talk, person, promised, ...block }: { readonly talk: ReadTalk } & Block & TalkStep,
): Promise<boolean> {
  const [row] = await database.query(
    (sql) => sql<{ isSaved: boolean }[]>`
      with saved as (${talkSaved(sql, delivery, talk, block)}),
        delivery as (${received(sql, { delivery, outcome: 'talk_blocked' }, 'saved')}),
        closed as (${questionClosed(sql, person.userId, 'delivery')}),
        promised as (${promise(sql, promised, 'delivery')})
      select exists (select from saved) or ${wasHandled(sql, delivery)} as "isSaved"`,
  );
  return row?.isSaved === true;
}
