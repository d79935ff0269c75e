import { casesWaiting } from './cases';
import type { Database } from './pool';
import type { Actor } from './standing';

/** A channel as the first page about it shows it. */
export interface ChannelSummary {
  readonly isPaused: boolean;
  readonly tiers: number;
  /** How many have access now. */
  readonly active: number;
  /** Payments that wait for a word. */
  readonly cases: number;
}

export async function readSummary(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<ChannelSummary> {
  const [row] = await database.query(
    (sql) => sql<ChannelSummary[]>`
      select paused_at is not null as "isPaused",
        (select count(*)::int from tiers t where t.open_channel_id = c.open_channel_id) as tiers,
        (select count(*)::int from subscriptions s
          where s.open_channel_id = c.open_channel_id and s.paid_until > app_now()) as active,
        ${casesWaiting(sql, openChannelId)} as cases
      from channels c where open_channel_id = ${openChannelId}`,
  );
  return row ?? { isPaused: false, tiers: 0, active: 0, cases: 0 };
}

/** What is set for a channel. */
export interface ChannelSettings {
  readonly title: string;
  readonly description: string;
}

export async function readSettings(
  database: Database,
  { openChannelId }: Pick<Actor, 'openChannelId'>,
): Promise<ChannelSettings> {
  const [row] = await database.query(
    (sql) => sql<ChannelSettings[]>`
      select title, description from channels where open_channel_id = ${openChannelId}`,
  );
  return row ?? { title: '', description: '' };
}
