import type { Promised } from '../../domain/effects';
import { actOn } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';

/** Promises a list as a table, and records who asked for it. */
export const promiseListTable = (
  database: Database,
  delivery: Delivery,
  by: { readonly actor: Actor; readonly promised: readonly Promised[] },
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'list-file',
    act: { act: 'table_exported', details: { table: 'list' } },
  });
