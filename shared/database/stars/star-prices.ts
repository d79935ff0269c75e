import { actOn, type ManagerChange } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';

interface TierStars extends ManagerChange {
  readonly position: number;
  /** `null`: the tier is no longer sold for Stars. */
  readonly stars: number | null;
}

/**
 * Sets what a tier costs in Stars. Open orders keep their price until the tier is chosen again. Returns `false` if the tier no
 * longer exists or the actor's role does not allow it.
 */
export const setTierStars = (
  database: Database,
  delivery: Delivery,
  { position, stars, ...by }: TierStars,
): Promise<boolean> => {
  const { openChannelId } = by.actor;
  return actOn(database, delivery, {
    ...by,
    action: 'set-stars',
    act: { act: 'tier_changed', details: { position, setting: 'price_stars' } },
    condition: (sql) => sql`exists (select from tiers t
      where t.open_channel_id = c.open_channel_id and t.position = ${position})`,
    change: (sql) => ({
      changed: sql`
        update tiers set price_stars = ${stars}
        where open_channel_id = ${openChannelId} and position = ${position} and exists (select from delivery)`,
    }),
  });
};

/** What donors choose from, in Stars; `null` if there are no donations in Stars. */
export async function readDonationStars(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<readonly number[] | null> {
  const [row] = await database.query(
    (sql) => sql<{ stars: number[] | null }[]>`
      select to_jsonb(donation_stars) as stars from channels where open_channel_id = ${openChannelId}`,
  );
  return row?.stars ?? null;
}

/** Sets what donors choose from, in Stars; `null` switches donations in Stars off. */
export const setDonationStars = (
  database: Database,
  delivery: Delivery,
  { stars, ...by }: ManagerChange & { readonly stars: readonly number[] | null },
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'set-donation-stars',
    act: { act: 'setting_changed', details: { setting: 'donation_stars' } },
    change: (sql) => ({
      saved: sql`
        update channels set updated_at = app_now(),
          donation_stars = (select array_agg(value::int) from jsonb_array_elements_text(nullif(${sql.json(stars)}::jsonb, 'null')))
        where open_channel_id = ${by.actor.openChannelId} and exists (select from delivery)`,
    }),
  });
