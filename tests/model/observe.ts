import type { BuyerState } from './observed';
import type { Sql } from 'postgres';
import type { BuyerRun } from './buyer-run';

/** A promise that is neither kept nor given up. Times are epoch milliseconds. */
export interface PendingPromise {
  readonly kind: string;
  readonly key: string;
  readonly userId: number | null;
  readonly dueAt: number;
  readonly attempts: number;
  readonly error: string | null;
}

export interface FailedPromise {
  readonly kind: string;
  readonly key: string;
  readonly error: string;
  readonly hadExpired: boolean;
}

export interface Observation {
  readonly now: number;
  readonly byUser: ReadonlyMap<number, BuyerState>;
  readonly undone: readonly PendingPromise[];
  readonly givenUp: readonly FailedPromise[];
}

const epochMs = (sql: Sql, time: ReturnType<Sql>) => sql`(extract(epoch from ${time}) * 1000)::float8`;

/** Reads everything that the checks need. One statement, so all values are from the same moment. */
export async function observe(sql: Sql, runs: readonly BuyerRun[]): Promise<Observation> {
  const watched = sql.json(
    runs.map(({ buyer, slot }) => ({ user_id: buyer.id, open_channel_id: slot.openChannelId })),
  );
  const [row] = await sql<
    {
      now: number;
      buyers: (BuyerState & { userId: number })[] | null;
      undone: PendingPromise[];
      givenUp: FailedPromise[];
    }[]
  >`
    select ${epochMs(sql, sql`app_now()`)} as now,
      (select jsonb_agg(jsonb_build_object('userId', u.user_id, 'now', ${epochMs(sql, sql`app_now()`)},
        'paidUntil', ${epochMs(sql, sql`s.paid_until`)}, 'graceHours', c.grace_hours,
        'orders', (select coalesce(jsonb_agg(jsonb_build_object('reference', o.reference, 'kind', o.kind, 'state', o.state,
            'amountCents', o.amount_cents, 'receivedCents', o.received_cents, 'incomeCents', o.income_cents, 'incomeStars', o.income_stars, 'days', o.tier_days,
            'invoiceIds', (select coalesce(jsonb_agg(i.invoice_id), '[]') from invoices i where i.order_reference = o.reference),
            'isWatched', exists (select from outbox w
              where w.idempotency_key = o.reference || ':reconcile' and w.delivered_at is null and w.failed_at is null),
            'isOwnerTold', exists (select from outbox w where w.order_reference = o.reference
              and w.idempotency_key like '%:owner:settled' and (w.delivered_at is not null or w.failed_at is not null)))
            order by o.created_at), '[]')
          from orders o where o.user_id = u.user_id),
        'payments', (select coalesce(jsonb_agg(jsonb_build_object('paymentId', p.payment_id, 'reference', p.order_reference,
            'standing', p.standing, 'exception', p.exception, 'settles', p.settles, 'decision', p.decision,
            'receivedCents', p.received_cents, 'typedCents', p.typed_cents, 'seenAt', ${epochMs(sql, sql`p.first_seen_at`)},
            'changedAt', ${epochMs(sql, sql`p.updated_at`)},
            'hangs', p.hanging_since is not null and p.payment_status not in ('partially_paid', 'finished', 'failed', 'expired', 'refunded'),
            'isMoneySeen', p.payment_status <> 'waiting' or coalesce(p.actually_paid, 0) > 0,
            'clocks', (select coalesce(jsonb_agg(w.payload ->> 'about'), '[]') from outbox w
              where w.order_reference = o.reference and w.kind = 'case_step' and w.payload ->> 'step' = 'default'
                and w.payload ->> 'paymentId' = p.payment_id::text and w.failed_at is null))), '[]')
          from payments p join orders o on o.reference = p.order_reference where o.user_id = u.user_id),
        'extensions', (select coalesce(jsonb_agg(jsonb_build_object('reference', e.order_reference,
            'paymentId', e.payment_id, 'days', e.days, 'grantedAt', ${epochMs(sql, sql`e.granted_at`)},
            'isRevoked', e.revoked_at is not null)), '[]')
          from extensions e where (e.user_id, e.open_channel_id) = (u.user_id, u.open_channel_id)),
        'invoices', (select coalesce(jsonb_agg(i.invoice_id order by i.created_at desc), '[]')
          from invoices i join orders o on o.reference = i.order_reference where o.user_id = u.user_id),
        'links', (select coalesce(jsonb_agg(jsonb_build_object('inviteLink', l.invite_link,
            'expiresAt', ${epochMs(sql, sql`l.expires_at`)}) order by l.created_at), '[]')
          from invite_links l where l.user_id = u.user_id and l.revoked_at is null)))
        from jsonb_to_recordset(${watched}) as u (user_id bigint, open_channel_id bigint)
          join channels c using (open_channel_id) left join subscriptions s using (user_id, open_channel_id)) as buyers,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', u.kind, 'key', u.idempotency_key,
          'userId', coalesce(o.user_id, (u.payload ->> 'userId')::bigint, l.user_id, (u.payload ->> 'chatId')::bigint),
          'dueAt', ${epochMs(sql, sql`u.due_at`)}, 'attempts', u.attempts, 'error', u.last_error)), '[]')
        from outbox u left join orders o on o.reference = u.order_reference
          left join invite_links l on l.invite_link = u.payload ->> 'inviteLink'
        where u.delivered_at is null and u.failed_at is null) as undone,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'key', f.idempotency_key, 'error', f.last_error,
          'hadExpired', f.failed_at >= f.expires_at)), '[]')
        from outbox f where f.failed_at is not null and not (f.failed_at >= f.expires_at and f.last_error = 'not done in time')
      ) as "givenUp"`;
  if (row === undefined) throw new Error('a select without a where clause returned nothing');
  const { now, buyers, undone, givenUp } = row;
  return { now, undone, givenUp, byUser: new Map((buyers ?? []).map((each) => [each.userId, each])) };
}
