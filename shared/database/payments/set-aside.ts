import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { audited } from '../common/audit-log';
import { isOpen } from '../common/inbox';
import type { Sql } from '../connection/options';
import { hasUnjudged } from './order-conditions';

interface Buyer {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
}

/**
 * Closes the orders that another one is opened instead of, unless they were paid meanwhile, or a payment of them is not judged yet.
 * Needs the part `permitted`.
 */
export const setAside = (
  sql: Sql,
  { userId, openChannelId }: Buyer,
  references: readonly OrderReference[],
) => sql`
  set_aside as (
    update orders set state = 'cancelled', version = version + 1
    where state = 'open' and ${isOpen(sql, 'permitted')} and (reference, version) in (
      select o.reference, o.version from orders o
      where o.reference in (select jsonb_array_elements_text(${sql.json([...references])}::jsonb)) and o.user_id = ${userId}
        and o.received_cents > 0 and not ${hasUnjudged(sql)})
    returning reference),
  ${references
    .map((reference, index) => {
      const act = { act: 'order_set_aside', actorUserId: userId, openChannelId, userId, reference };
      return sql`${sql(`audited_${index}`)} as (${audited(sql, act, 'set_aside')}),`;
    })
    .reduce((all, one) => sql`${all} ${one}`, sql``)}`;
