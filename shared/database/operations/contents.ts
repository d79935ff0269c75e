import type { Database } from '../connection/pool';

/** How much a database holds, and when something last arrived. */
export interface Contents {
  readonly channels: number;
  readonly orders: number;
  readonly payments: number;
  readonly members: number;
  /** When the newest update or IPN arrived; `null` if none did. */
  readonly lastReceivedAt: Date | null;
}

/** Counts the rows that matter. Reads whole tables, so it is for a restored copy and not for the database at work. */
export async function readContents(database: Database): Promise<Contents> {
  const [row] = await database.query(
    (sql) => sql<Contents[]>`
      select (select count(*) from channels)::int as channels, (select count(*) from orders)::int as orders,
        (select count(*) from payments)::int as payments, (select count(*) from members)::int as members,
        (select max(received_at) from inbox) as "lastReceivedAt"`,
  );
  if (row === undefined) throw new Error('an aggregate returned nothing');
  return row;
}
