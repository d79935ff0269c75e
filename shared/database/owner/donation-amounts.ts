import type { Cents } from '../../domain/common/ids';
import { ASSUMED_LEAST_CENTS } from '../../domain/payments/invoices/minimums';
import { actOn, type ManagerChange } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';
import { provenLeastCents } from '../payments/minimums/minimums';

/** The amounts that donors give with one tap, and the least that a new keypad shows. */
export interface DonationAmounts {
  readonly presets: readonly Cents[];
  readonly leastCents: Cents;
}

export async function readDonationAmounts(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<DonationAmounts> {
  const [row] = await database.query(
    (sql) => sql<DonationAmounts[]>`
      select coalesce(donation_presets, '[]') as presets,
        coalesce(${provenLeastCents(sql)}, ${ASSUMED_LEAST_CENTS}::int) as "leastCents"
      from channels where open_channel_id = ${openChannelId}`,
  );
  if (row === undefined) throw new Error(`there is no channel ${openChannelId}`);
  return row;
}

/** Replaces the amounts. Keypads that are open keep those that they show. */
export const setDonationAmounts = (
  database: Database,
  delivery: Delivery,
  { presets, ...by }: ManagerChange & { readonly presets: readonly Cents[] },
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'amounts',
    act: { act: 'setting_changed', details: { setting: 'donation_presets' } },
    change: (sql) => ({
      saved: sql`
        update channels set donation_presets = ${sql.json(presets)}, updated_at = app_now()
        where open_channel_id = ${by.actor.openChannelId} and exists (select from delivery)`,
    }),
  });
