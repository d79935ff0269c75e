import type { Promised } from '../../domain/effects';
import type { OwnerActionName } from '../../domain/owner/owner-actions';
import type { Fragment, Sql } from '../connection/options';
import type { Database } from '../connection/pool';
import { audited, type Act } from './audit-log';
import { permitted, type Actor } from './channel-roles';
import { received, type Delivery } from './inbox';
import { promise } from './outbox';

/** The parts of every change by a manager: its author, and what is promised with it. */
export interface ManagerChange {
  readonly actor: Actor;
  readonly promised?: readonly Promised[];
}

/** A manager's action as one statement. */
interface ManagerAct extends ManagerChange {
  readonly action: OwnerActionName;
  /** Recorded in the audit log; absent if nothing changes. */
  readonly act?: Omit<Act, 'openChannelId' | 'actorUserId'>;
  /** Another condition on the channel `c`. */
  readonly condition?: (sql: Sql) => Fragment;
  /** Common table expressions by name, each gated by `exists (select from delivery)`; a later one may read an earlier one. */
  readonly change?: (sql: Sql) => Readonly<Record<string, Fragment>>;
}

/**
 * Performs a manager's action in one statement, once for each delivery. Records the act and closes the question that
 * the manager was being asked. Returns `false` if their role does not allow it now or the condition is not met. A
 * repeat changes nothing and returns the same.
 *
 * Private to `shared/database`: services call the functions that are built on it.
 */
export async function actOn(
  database: Database,
  delivery: Delivery,
  { actor: { openChannelId, userId }, action, act, promised = [], condition, change }: ManagerAct,
): Promise<boolean> {
  const done = await database.query((sql) => {
    const changes = Object.entries(change?.(sql) ?? {}).map(
      ([name, each]) => sql`${sql(name)} as (${each}),`,
    );
    return sql`
      with permitted as materialized (
        ${permitted(sql, { openChannelId, userId, action }, condition?.(sql))}),
      delivery as (${received(sql, { delivery, outcome: 'owner_acted' }, 'permitted')}),
      closed as (delete from dialogs where user_id = ${userId} and exists (select from delivery)),
      ${changes.length === 0 ? sql`` : changes}
      ${act ? sql`audited as (${audited(sql, { ...act, openChannelId, actorUserId: userId }, 'delivery')}),` : sql``}
      promised as (${promise(sql, promised, 'delivery')})
      select from permitted`;
  });
  return done.length > 0;
}
