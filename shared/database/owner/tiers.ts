import { MAX_TIERS } from '../../domain/owner/set-up';
import type { TierQuestion } from '../../domain/messages/owner-settings';
import { actOn, type ManagerChange } from '../common/act-on';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';

interface NewTier extends ManagerChange {
  readonly name: string;
  readonly priceCents: number;
  readonly days: number;
}

/**
 * Adds a tier in the first free position. Returns `false` if the channel has as many as it may or the actor's role
 * does not allow it.
 */
export const addTier = (
  database: Database,
  delivery: Delivery,
  { name, priceCents, days, ...by }: NewTier,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'edit',
    act: { act: 'tier_added' },
    condition: (sql) =>
      sql`(select count(*) from tiers t where t.open_channel_id = c.open_channel_id) < ${MAX_TIERS}`,
    change: (sql) => ({
      added: sql`
        insert into tiers (open_channel_id, position, name, price_cents, days)
        select ${openChannelId}::bigint, place, ${name}::text, ${priceCents}::int, ${days}::int
        from generate_series(1, ${MAX_TIERS}::int) as place
        where exists (select from delivery) and not exists (
          select from tiers t where t.open_channel_id = ${openChannelId} and t.position = place)
        order by place limit 1`,
    }),
  });
};

const COLUMNS = { tier_name: 'name', tier_price: 'price_cents', tier_days: 'days' } as const;

interface TierChange extends ManagerChange {
  readonly position: number;
  readonly question: TierQuestion;
  readonly value: string | number;
}

/**
 * Changes one part of a tier. Open orders keep their price. Returns `false` if the tier no longer exists or the
 * actor's role does not allow it.
 */
export const changeTier = (
  database: Database,
  delivery: Delivery,
  { position, question, value, ...by }: TierChange,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  const column = COLUMNS[question];
  return actOn(database, delivery, {
    ...by,
    action: 'edit-tier',
    act: { act: 'tier_changed', details: { position, setting: column } },
    condition: (sql) => sql`exists (select from tiers t
      where t.open_channel_id = c.open_channel_id and t.position = ${position})`,
    change: (sql) => ({
      changed: sql`
        update tiers set ${sql(column)} = ${value}
        where open_channel_id = ${openChannelId} and position = ${position} and exists (select from delivery)`,
    }),
  });
};

/** Deletes a tier. Orders for it keep its price and days, because an order is a snapshot. */
export const deleteTier = (
  database: Database,
  delivery: Delivery,
  { position, ...by }: ManagerChange & { readonly position: number },
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'drop-tier',
    act: { act: 'tier_removed', details: { position } },
    change: (sql) => ({
      deleted: sql`
        delete from tiers
        where open_channel_id = ${openChannelId} and position = ${position} and exists (select from delivery)`,
    }),
  });
};
