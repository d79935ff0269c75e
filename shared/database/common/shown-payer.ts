import { ANONYMOUS_PAYER } from '../../domain/common/anonymous-payer';
import type { Sql } from '../connection/options';

/** The payer of an order `o` with the chat `h`, as its owner may know them. */
export const shownPayer = (sql: Sql) => sql`
  case when o.is_anonymous then ${sql.json(ANONYMOUS_PAYER as never)}::jsonb
    else jsonb_build_object('userId', o.user_id, 'username', h.username) end`;

/** True if an order `o` may tell its owner that its payer has to do with the channel. */
export const isPayerShown = (sql: Sql) => sql`o.is_anonymous is not true`;
