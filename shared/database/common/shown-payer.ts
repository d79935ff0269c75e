import { ANONYMOUS_PAYER } from '../../domain/common/anonymous-payer';
import type { Fragment, Sql } from '../connection/options';

/** The first name in the chat `h` of a person who has no @username, because only then it is shown. */
export const firstName = (sql: Sql, h: Fragment = sql`h`): Fragment =>
  sql`case when ${h}.username is null then ${h}.first_name end`;

/** A user with their chat `h`, as a JSON object of the type `Payer`. */
export const personJson = (sql: Sql, userId: Fragment, h: Fragment = sql`h`): Fragment => sql`
  (jsonb_build_object('userId', ${userId}, 'username', ${h}.username)
    || jsonb_strip_nulls(jsonb_build_object('firstName', ${firstName(sql, h)})))`;

/** The payer of an order `o` with the chat `h`, as its owner may know them. */
export const shownPayer = (sql: Sql) => sql`
  case when o.is_anonymous then ${sql.json(ANONYMOUS_PAYER as never)}::jsonb
    else ${personJson(sql, sql`o.user_id`)} end`;

/** True if an order `o` may tell its owner that its payer has to do with the channel. */
export const isPayerShown = (sql: Sql) => sql`o.is_anonymous is not true`;
