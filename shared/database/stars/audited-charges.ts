import type { OrderReference } from '../../domain/common/ids';
import type { Database } from '../connection/pool';

/** What Telegram's list says about a payment that counts here. `listed`: the same. */
export type ListVerdict = 'listed' | 'unlisted' | 'different' | 'refunded';

/** A payment in Stars that counts here, and that Telegram's list doesn't know, or knows otherwise. */
export interface DoubtfulCharge {
  readonly paymentId: number;
  readonly reference: OrderReference;
  readonly verdict: Exclude<ListVerdict, 'listed'>;
}

export interface ChargeAudit {
  readonly checked: number;
  readonly doubtful: readonly DoubtfulCharge[];
}

/**
 * Compares each payment in Stars that counts here and changed since `since` with the copy of Telegram's list, to find those that
 * came in with a forged update. What came after the list was last read to its end is not compared yet.
 */
export async function auditCharges(database: Database, since: Date): Promise<ChargeAudit> {
  const [row] = await database.query(
    (sql) => sql<ChargeAudit[]>`
      with compared as (
        select p.payment_id, p.order_reference, case
          when t.transaction_id is null then 'unlisted'
          when (t.user_id, t.paid_stars, t.payload) is distinct from (c.user_id, c.stars, c.payload) then 'different'
          when exists (select from star_transactions r where r.transaction_id = c.charge_id and not r.is_incoming) then 'refunded'
          else 'listed' end as verdict
        from payments p join star_charges c using (payment_id) cross join star_ledger l
          left join star_transactions t on t.transaction_id = c.charge_id and t.is_incoming
        where p.standing in ('settled', 'credited') and p.updated_at >= ${since} and p.first_seen_at < l.read_at)
      select count(*)::int as checked,
        coalesce(jsonb_agg(jsonb_build_object('paymentId', payment_id, 'reference', order_reference, 'verdict', verdict)
          order by payment_id) filter (where verdict <> 'listed'), '[]') as doubtful
      from compared`,
  );
  return row ?? { checked: 0, doubtful: [] };
}
