import * as z from 'zod';
import type { Effect, Promised } from '../../domain/effects';
import { POSTS } from '../../domain/posts/posts';
import { EXPORTS } from '../../domain/reports/exports';
import { correlationId } from '../../logger';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';

/**
 * Longer than an effect takes while the database answers, so that a live worker keeps its claim. Should it take longer all
 * the same, another worker may do it a second time, and only the later one may conclude it.
 */
export const LEASE_SECONDS = 60;
const LONGEST_BACKOFF_SECONDS = 3600;
/** A provider's word is taken up to a day: a promise must not outlive its time because of one odd header. */
const LONGEST_ASKED_SECONDS = 86_400;

/** An entry claimed from the outbox. `attempts` is the fence: a later claim makes every earlier one powerless. */
export interface Entry {
  readonly outboxId: number;
  readonly attempts: number;
  readonly key: string;
  readonly effect: Effect;
  readonly hasExpired: boolean;
  readonly reference: string | null;
  readonly correlationId: string | null;
}

/**
 * The part of a statement that writes promises: `… promised as (${promise(sql, promised, 'gate')})`. They are written
 * only if the common table expression named `gate` returned a row, so a lost race promises nothing; a key that was
 * promised before is not promised again. Only the watch over an order is begun anew when its invoice is sent again.
 */
export const promise = (sql: Sql, promised: readonly Promised[], gate: string) => sql`
  insert into outbox (kind, payload, idempotency_key, due_at, expires_at, order_reference, correlation_id)
  select e.kind, e.payload, e.key, app_now() + e.due_in * interval '1 second',
    app_now() + e.expires_in * interval '1 second', e.reference, ${correlationId() ?? null}
  from jsonb_to_recordset(${sql.json(promised.map(toRow) as never)})
    as e (kind text, payload jsonb, key text, due_in float8, expires_in float8, reference text)
  where exists (select from ${sql(gate)})
  on conflict (idempotency_key) do update set delivered_at = null, failed_at = null, expires_at = excluded.expires_at,
    due_at = least(excluded.due_at, case when outbox.delivered_at is null and outbox.failed_at is null then outbox.due_at end)
    where excluded.kind = 'reconcile_order'`;

function toRow({ effect, key, dueInSeconds = 0, expiresInSeconds, reference }: Promised) {
  const { kind, ...payload } = effect;
  return {
    kind,
    payload,
    key,
    due_in: dueInSeconds,
    expires_in: expiresInSeconds,
    reference: reference ?? null,
  };
}

/** Writes promises on their own, for what is promised outside any delivery. */
export const promiseAlone = (database: Database, promised: readonly Promised[]): Promise<unknown> =>
  database.query(
    (sql) =>
      sql`with gate as (select 1), promised as (${promise(sql, promised, 'gate')} returning 1) select from gate`,
  );

// What is read back from jsonb. A message's own shape is checked where it is worded: an unknown type fails there.
const message = z.looseObject({ type: z.string() });
const ofPost = { openChannelId: z.int(), post: z.enum(POSTS) };
const ofSubscription = { openChannelId: z.int(), userId: z.int() };
const EFFECT = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send_message'), chatId: z.int(), message }),
  z.object({ kind: z.literal('delete_message'), chatId: z.int(), messageId: z.int() }),
  z.object({
    kind: z.literal('create_invoice'),
    reference: z.string(),
    amountCents: z.int(),
    // An older version made invoices for one reason only, and wrote none.
    occasion: message.default({ type: 'purchase' }),
  }),
  z.object({ kind: z.literal('reconcile_order'), reference: z.string() }),
  z.object({
    kind: z.literal('show_page'),
    ...ofSubscription,
    messageId: z.int().nullable(),
    page: z.string(),
    argument: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({ kind: z.literal('offer_set_up'), chatId: z.int(), userId: z.int() }),
  z.object({
    kind: z.literal('show_set_up'),
    userId: z.int(),
    messageId: z.int().nullable(),
    botUsername: z.string(),
    complaint: z.string().nullable(),
  }),
  z.object({ kind: z.literal('send_report'), ...ofSubscription }),
  z.object({ kind: z.literal('send_export'), ...ofSubscription, name: z.enum(EXPORTS) }),
  z.object({ kind: z.literal('send_keypad'), chatId: z.int(), keypadId: z.string() }),
  z.object({ kind: z.literal('expire_keypad'), keypadId: z.string() }),
  z.object({
    kind: z.literal('grant_access'),
    ...ofSubscription,
    reference: z.string().nullable(),
    news: message,
  }),
  z.object({ kind: z.literal('approve_join_request'), ...ofSubscription }),
  z.object({ kind: z.literal('apply_ban'), ...ofSubscription }),
  z.object({
    kind: z.literal('decline_join_request'),
    ...ofSubscription,
    closedChannelId: z.int(),
    title: z.string(),
  }),
  z.object({ kind: z.literal('revoke_invite_link'), closedChannelId: z.int(), inviteLink: z.string() }),
  z.object({ kind: z.literal('remind'), ...ofSubscription, paidUntil: z.int(), daysLeft: z.int() }),
  z.object({ kind: z.literal('send_digest'), openChannelId: z.int(), from: z.int(), until: z.int() }),
  z.object({ kind: z.literal('try_notification'), ...ofSubscription, messageId: z.int().nullable() }),
  z.object({ kind: z.literal('remove_member'), ...ofSubscription, paidUntil: z.int().nullable() }),
  z.object({ kind: z.literal('publish_post'), ...ofPost, occasion: z.string() }),
  z.object({ kind: z.literal('remove_post'), ...ofPost, occasion: z.string() }),
  z.object({ kind: z.literal('refresh_posts'), openChannelId: z.int() }),
  z.object({ kind: z.literal('preview_post'), ...ofPost, userId: z.int() }),
  z.object({ kind: z.literal('sweep_twin'), ...ofPost, chatId: z.int(), messageId: z.int(), since: z.int() }),
]);

export type ClaimedRow = Omit<Entry, 'effect'> & { readonly kind: string; readonly payload: object };

/** What only has to happen some time, for nobody sits and waits for it. */
const BACKGROUND_KINDS = "('remove_member', 'remind', 'reconcile_order')";
/** What comes in thousands at one hour, and is claimed by itself: see `claimBulk`. Written as the index `outbox_bulk` has it. */
export const BULK_KINDS = "('publish_post', 'remove_post', 'refresh_posts', 'sweep_twin')";
/** What a person waits for is neither. Written as the index `outbox_prompt` has it. */
const NOT_PROMPT = `${BACKGROUND_KINDS.slice(0, -1)}, ${BULK_KINDS.slice(1)}`;
/** The share of a claim that is left to them, so that they come to pass whatever else there is. */
const PATIENT_SHARE = 0.1;

export const due = (sql: Sql) => sql`delivered_at is null and failed_at is null and due_at <= app_now()`;

/** The part of a statement that claims the entries it chooses, for the length of a lease, and returns them. */
export const claiming = (sql: Sql, chosen: Fragment) => sql`
  update outbox set attempts = attempts + 1, due_at = app_now() + ${LEASE_SECONDS} * interval '1 second'
  where outbox_id in (${chosen})
  returning outbox_id as "outboxId", kind, payload, attempts, idempotency_key as key, order_reference as reference,
    correlation_id as "correlationId", expires_at <= app_now() as "hasExpired"`;

export const readEntry = ({ kind, payload, ...row }: ClaimedRow): Entry | UnreadableEntry => {
  const effect = EFFECT.safeParse({ kind, ...payload });
  return effect.success ? { ...row, effect: effect.data as Effect } : { ...row, unreadable: true };
};

/**
 * Claims up to `limit` due entries for the length of a lease: first what a person waits for, then the rest, each oldest
 * first. No two claims overlap.
 */
export async function claimDue(database: Database, limit: number): Promise<(Entry | UnreadableEntry)[]> {
  const rows = await database.query(
    (sql) => sql<ClaimedRow[]>`
      with urgent as materialized (
        select outbox_id from outbox where ${due(sql)} and kind not in ${sql.unsafe(NOT_PROMPT)}
        order by due_at limit ${limit - Math.floor(limit * PATIENT_SHARE)} for update skip locked),
      patient as materialized (
        select outbox_id from outbox where ${due(sql)} and kind in ${sql.unsafe(BACKGROUND_KINDS)}
        order by due_at limit ${limit} - (select count(*) from urgent) for update skip locked)
      ${claiming(sql, sql`select outbox_id from urgent union all select outbox_id from patient`)}`,
  );
  return rows.map(readEntry);
}

/** A row that this version of the code does not understand, written by a newer one. */
export interface UnreadableEntry extends Omit<Entry, 'effect'> {
  readonly unreadable: true;
}

type EntryClaim = Pick<Entry, 'outboxId' | 'attempts'>;

/** Concludes an entry: it was done. */
export const markDelivered = (database: Database, { outboxId, attempts }: EntryClaim): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set delivered_at = app_now(), last_error = null
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null`,
  );

/** Tries again later, with the reason if there was a failure: after `afterSeconds` where the provider said so, else after a wait that grows to an hour. */
export const markRetry = (
  database: Database,
  { outboxId, attempts }: EntryClaim,
  { error, afterSeconds }: { error: string | null; afterSeconds?: number | undefined },
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set last_error = ${error}, failures = case when ${error}::text is null then 0 else failures + 1 end,
        due_at = app_now() + interval '1 second' * coalesce(
        ${afterSeconds === undefined ? null : Math.min(afterSeconds, LONGEST_ASKED_SECONDS)}::float8,
        least(exp(least(failures + 1, 10)), ${LONGEST_BACKOFF_SECONDS}) * (0.75 + random() / 2)
      )
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null`,
  );

/** Concludes an entry for good: it can never be done. It stays, visible, with its reason. */
export const markFailed = (
  database: Database,
  { outboxId, attempts }: EntryClaim,
  error: string,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      update outbox set failed_at = app_now(), last_error = ${error}
      where outbox_id = ${outboxId} and attempts = ${attempts} and delivered_at is null and failed_at is null`,
  );

/** As the index `outbox_of_channel` has it. */
const ofChannel = (sql: Sql, channelId: Fragment) => sql`
  kind in ('remove_member', 'grant_access', 'approve_join_request', 'decline_join_request', 'revoke_invite_link')
    and delivered_at is null and failed_at is null
    and coalesce(payload ->> 'openChannelId', payload ->> 'closedChannelId')::bigint = ${channelId}`;

/**
 * The part of a statement that makes the removals of a channel that wait due at once: `… made_due_now as (${madeDueNow(sql, …)})`.
 * One that is being tried right now is tried again, whatever it concludes, which does nothing twice.
 */
export const madeDueNow = (sql: Sql, openChannelId: number, gate: string) => sql`
  update outbox set due_at = app_now(), attempts = attempts + 1
  where ${ofChannel(sql, sql`${openChannelId}::bigint`)} and kind = 'remove_member' and due_at > app_now()
    and coalesce((payload ->> 'paidUntil')::float8, 0) <= extract(epoch from app_now()) * 1000
    and exists (select from ${sql(gate)})`;

/** Makes due at once what failed for a private channel and waits to be tried again: a right of the bot's has changed. */
export const retryFailedNow = (database: Database, closedChannelId: number): Promise<unknown> =>
  database.query(
    (sql) => sql`
      with channel as (
        select open_channel_id as id from channels where closed_channel_id = ${closedChannelId}
        union all select ${closedChannelId}::bigint)
      update outbox set due_at = app_now(), attempts = attempts + 1, failures = 0
      from channel where ${ofChannel(sql, sql`channel.id`)} and last_error is not null and due_at > app_now()`,
  );

/** A promise of somebody's way into a channel that is not kept yet. */
export const isOfGrant = (
  sql: Sql,
  { openChannelId, userId }: { openChannelId: number; userId: number },
) => sql`
  ${ofChannel(sql, sql`${openChannelId}::bigint`)} and kind = 'grant_access'
    and (payload ->> 'userId')::bigint = ${userId}`;

/** Whether somebody's way into a channel is promised, and not given yet. */
export const isGranting = (sql: Sql, of: { openChannelId: number; userId: number }) => sql`
  exists (select from outbox where ${isOfGrant(sql, of)})`;
