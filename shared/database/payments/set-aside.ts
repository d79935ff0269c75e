import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { audited } from '../common/audit-log';
import { isOpen } from '../common/inbox';
import type { Sql } from '../connection/options';

interface Buyer {
  readonly userId: number;
  readonly openChannelId: OpenChannelId;
}

/** Closes the orders that another one is opened instead of, unless they were paid meanwhile. Needs the part `permitted`. */
export const setAside = (
  sql: Sql,
  { userId, openChannelId }: Buyer,
  references: readonly OrderReference[],
) => sql`
  set_aside as (
    update orders set state = 'cancelled', version = version + 1
    where reference in (select jsonb_array_elements_text(${sql.json([...references])}::jsonb)) and user_id = ${userId} and state = 'open'
      and received_cents > 0 and ${isOpen(sql, 'permitted')}
    returning reference),
  ${references
    .map((reference, index) => {
      const act = { act: 'order_set_aside', actorUserId: userId, openChannelId, userId, reference };
      return sql`${sql(`audited_${index}`)} as (${audited(sql, act, 'set_aside')}),`;
    })
    .reduce((all, one) => sql`${all} ${one}`, sql``)}`;
