import { FOR_EVER_FROM_MS } from '../../domain/common/for-ever';
import { fromEpochMs } from '../common/epoch';
import type { Fragment, Sql } from '../connection/options';

/** True if access that ends at this time never ends, as `isForEver` says it of epoch milliseconds. */
export const endsNever = (sql: Sql, paidUntil: Fragment): Fragment =>
  sql`${paidUntil} >= ${fromEpochMs(sql, FOR_EVER_FROM_MS)}`;
