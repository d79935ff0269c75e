import { randomBytes } from 'node:crypto';
import type { Database } from '../../shared/database/connection/pool';
import { saveChannels } from '../../shared/database/owner/channels';
import type { OrderReference } from '../../shared/domain/common/ids';
import { parseChannelFile } from '../../shared/services/operations/channel-file';

export const CHANNEL_ID = -1001234567890;
export const OWNER_ID = 7001;
export const DONOR_ID = 42;
export const BUYER_ID = 43;

export const addChannel = (database: Database): Promise<unknown> =>
  saveChannels(
    database,
    parseChannelFile(
      JSON.stringify([{ open_channel_id: CHANNEL_ID, title: 'Alpha', owner_user_id: OWNER_ID }]),
    ),
  );

/** Gives users, named by their ids, roles in a channel. */
export const addTeam = (
  database: Database,
  roles: Readonly<Record<number, 'manager' | 'read_only'>>,
  openChannelId = CHANNEL_ID,
): Promise<unknown> =>
  database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      select ${openChannelId}::bigint, r.key::bigint, r.value, c.owner_user_id
      from jsonb_each_text(${sql.json(roles)}) as r, channels c where c.open_channel_id = ${openChannelId}`,
  );

/** Adds an open donation order, as a confirmed keypad does. */
export async function addOrder(database: Database, amountCents: number): Promise<OrderReference> {
  const reference = randomBytes(16).toString('base64url') as OrderReference;
  await database.query(
    (sql) => sql`
      insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
      values (${reference}, 'donation', ${DONOR_ID}, ${CHANNEL_ID}, ${amountCents})`,
  );
  return reference;
}

/** The state of an order; `undefined` if there is none. */
export async function stateOf(database: Database, reference: OrderReference): Promise<string | undefined> {
  const [row] = await database.query(
    (sql) => sql<{ state: string }[]>`select state from orders where reference = ${reference}`,
  );
  return row?.state;
}

/**
 * The promises of an order but those of its cases' clocks, each as its kind or message type with its key. `edit ` precedes
 * those that only change an earlier message.
 */
export async function promisedFor(database: Database, reference: OrderReference): Promise<string[]> {
  const rows = await database.query(
    (sql) => sql<{ what: string }[]>`
      select case when payload #>> '{living,as}' = 'edit_only' then 'edit ' else '' end
          || coalesce(payload -> 'message' ->> 'type', kind) || ':' || idempotency_key as what
      from outbox where order_reference = ${reference} and kind <> 'case_step' order by outbox_id`,
  );
  return rows.map(({ what }) => what.replace(reference, 'ref'));
}
