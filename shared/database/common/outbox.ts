import type { EffectKind, EffectOf, Promised } from '../../domain/effects';
import { PLACE_GONE } from '../../domain/places/place-state';
import { correlationId } from '../../logger';
import type { Database } from '../connection/pool';
import type { Fragment, Sql } from '../connection/options';
import { storedFields } from './effect-codec';
import { isOpen, type Gate } from './inbox';

/**
 * The part of a statement that writes promises: `… promised as (${promise(sql, promised, 'gate')})`. A key that was promised
 * before is not promised again, except that the watch over an order starts again when its invoice is sent again.
 */
export const promise = (sql: Sql, promised: readonly Promised[], gate: Gate) => sql`
  insert into outbox (kind, payload, idempotency_key, due_at, expires_at, order_reference, correlation_id)
  select e.kind, e.payload, e.key, app_now() + e.due_in * interval '1 second',
    app_now() + e.expires_in * interval '1 second', e.reference, ${correlationId() ?? null}
  from jsonb_to_recordset(${sql.json(promised.map(toRow) as never)})
    as e (kind text, payload jsonb, key text, due_in float8, expires_in float8, reference text)
  where ${isOpen(sql, gate)}
  on conflict (idempotency_key) do update set delivered_at = null, failed_at = null, expires_at = excluded.expires_at,
    due_at = least(excluded.due_at, case when outbox.delivered_at is null and outbox.failed_at is null then outbox.due_at end)
    where excluded.kind = 'reconcile_order'`;

function toRow({ effect, key, dueInSeconds = 0, expiresInSeconds, reference }: Promised) {
  const { kind, ...payload } = effect;
  return {
    kind,
    payload: storedFields<unknown>(kind, payload),
    key,
    due_in: dueInSeconds,
    expires_in: expiresInSeconds,
    reference: reference ?? null,
  };
}

/** Writes promises that no delivery led to. */
export const promiseAlone = (database: Database, promised: readonly Promised[]): Promise<unknown> =>
  database.query(
    (sql) =>
      sql`with gate as (select 1), promised as (${promise(sql, promised, 'gate')} returning 1) select from gate`,
  );

/** Fields that a promise may leave out. Without `chatId`, an effect in a place is about the main one. */
type LeftOut<Kind extends EffectKind> = keyof EffectOf<Kind> &
  (
    | 'living'
    | (Kind extends 'end_renewal' ? 'chargeId' : never)
    | (EffectOf<Kind> extends { readonly openChannelId: unknown } ? 'chatId' : never)
  );

/** A promise with values that a query finds: SQL expressions, each with its type. */
interface FoundPromise<Kind extends EffectKind> {
  readonly payload: {
    readonly [Field in Exclude<keyof EffectOf<Kind>, 'kind' | LeftOut<Kind>>]-?: Fragment;
  } & {
    readonly [Field in LeftOut<Kind>]?: Fragment;
  };
  readonly key: Fragment;
  readonly expiresInSeconds: number;
  readonly dueInSeconds?: Fragment;
  readonly reference?: Fragment;
}

/** The columns of one promise, for `promisedRows`: `select ${promisedRow(sql, 'publish_post', …)} from …`. */
export function promisedRow<Kind extends EffectKind>(
  sql: Sql,
  kind: Kind,
  { payload, key, expiresInSeconds, dueInSeconds = sql`0`, reference = sql`null` }: FoundPromise<Kind>,
): Fragment {
  const fields = Object.entries<Fragment>(storedFields(kind, payload)).map(
    ([name, value]) => sql`${name}::text, ${value}`,
  );
  return sql`
    ${kind}::text as kind, jsonb_build_object(${fields.reduce((all, one) => sql`${all}, ${one}`)}) as payload,
    ${key} as key, ${dueInSeconds}::float8 as due_in, ${expiresInSeconds}::float8 as expires_in,
    ${reference}::text as reference`;
}

/**
 * The part of a statement that promises what a query finds. `rows` selects `promisedRow` once, or a union of several.
 * A key that was promised before is not promised again.
 */
export const promisedRows = (sql: Sql, rows: Fragment, correlationId: string | null = null): Fragment => sql`
  insert into outbox (kind, payload, idempotency_key, due_at, expires_at, order_reference, correlation_id)
  select r.kind, r.payload, r.key, app_now() + r.due_in * interval '1 second',
    app_now() + r.expires_in * interval '1 second', r.reference, ${correlationId}
  from (${rows}) as r
  on conflict (idempotency_key) do nothing`;

/**
 * Must match the condition of the index `outbox_of_channel`. A promise about another place than the main one is found by its chat,
 * not by the offer, see `placeRow`.
 */
export const ofChannel = (sql: Sql, channelId: Fragment) => sql`
  kind in ('remove_member', 'grant_access', 'approve_join_request', 'decline_join_request', 'revoke_invite_link')
    and delivered_at is null and failed_at is null
    and coalesce(payload ->> 'openChannelId', payload ->> 'closedChannelId')::bigint = ${channelId}`;

/**
 * The part of a statement that makes a channel's waiting removals due now:
 * `… made_due_now as (${madeDueNow(sql, …)})`. A removal that is being attempted right now is attempted again,
 * whatever its result, because doing it twice is harmless.
 */
export const madeDueNow = (sql: Sql, openChannelId: number, gate: Gate) => sql`
  ${allMadeDueNow(sql, gate)} and ${ofChannel(sql, sql`${openChannelId}::bigint`)}`;

/** Like `madeDueNow`, in every channel. */
export const allMadeDueNow = (sql: Sql, gate: Gate) => sql`
  update outbox set due_at = app_now(), attempts = attempts + 1
  where kind = 'remove_member' and delivered_at is null and failed_at is null and due_at > app_now()
    and coalesce((payload ->> 'paidUntil')::float8, 0) <= extract(epoch from app_now()) * 1000
    and ${isOpen(sql, gate)}`;

/** The ids by which promises about a place are found: of the offer whose main place it is, and of the chat. */
export const channelOf = (sql: Sql, closedChannelId: number) => sql`
  select open_channel_id as id from places where chat_id = ${closedChannelId} and role = 'main'
  union all select ${closedChannelId}::bigint`;

/**
 * The part of a statement that makes due again what ended because the private channel was deleted: the channel is there
 * after all, or there is another one. Revoking a link of the deleted channel stays ended.
 */
export const resumed = (sql: Sql, closedChannelId: number) => sql`
  update outbox set failed_at = null, last_error = null, due_at = app_now(), attempts = attempts + 1, failures = 0
  where failed_at is not null and expires_at > app_now() and last_error = ${PLACE_GONE}
    and kind in ('remove_member', 'grant_access', 'approve_join_request', 'apply_ban')
    and coalesce(payload ->> 'openChannelId', payload ->> 'closedChannelId')::bigint in (${channelOf(sql, closedChannelId)})
    -- Checked first, so that the bot in a stranger's channel costs no look at what failed.
    and exists (select from places where chat_id = ${closedChannelId})`;

/** A user and a channel, given or found by the statement. */
interface OneUser {
  readonly openChannelId: number | Fragment;
  readonly userId: number | Fragment;
}

/** True for a promise of a user's access to a channel that is not kept yet. */
export const isOfGrant = (sql: Sql, { openChannelId, userId }: OneUser) => sql`
  ${ofChannel(sql, sql`${openChannelId}::bigint`)} and kind = 'grant_access'
    and (payload ->> 'userId')::bigint = ${userId}`;

/** True if a user's access to a channel is promised but not granted yet. */
export const isGranting = (sql: Sql, of: OneUser) => sql`
  exists (select from outbox where ${isOfGrant(sql, of)})`;
