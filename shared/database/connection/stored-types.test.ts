import { STORED, type StoredType } from '../../domain/common/stored-types';
import { useTestDatabase } from '../../../tests/support/test-database';

const test = useTestDatabase();

/** The columns that a field of each type is stored in, in whatever table they are. */
const COLUMNS: Readonly<Record<keyof typeof STORED, readonly string[]>> = {
  updateId: ['inbox.delivery_id', 'keypads.anonymity_tap'],
  userId: [
    '*.user_id',
    '*.owner_user_id',
    '*.ruled_by',
    '*.banned_by',
    '*.added_by',
    '*.promoted_by',
    'chats.chat_id',
  ],
  chatId: ['chats.chat_id', 'keypads.chat_id', 'posts.chat_id', 'channels.notifications_chat_id'],
  channelId: ['bot_chats.chat_id', '*.open_channel_id', '*.closed_channel_id', '*.public_channel_id'],
  messageId: ['*.message_id'],
  unixSeconds: ['bot_chats.changed_at'],
  providerId: ['*.payment_id', '*.parent_payment_id', '*.invoice_id'],
  username: ['*.username'],
  firstName: ['chats.first_name'],
  languageCode: ['chats.language_code'],
  title: ['bot_chats.title'],
  status: ['bot_chats.status', 'members.status'],
  orderId: ['payments.order_id'],
  stars: ['star_charges.stars'],
  chargeId: [
    'star_charges.charge_id',
    'star_charges.provider_charge_id',
    'star_subscriptions.first_charge_id',
  ],
  starPayload: ['star_charges.payload'],
  currency: ['*.price_currency', '*.pay_currency', '*.outcome_currency'],
};

interface Column {
  readonly name: string;
  readonly type: string;
  /** The checks of this column alone. */
  readonly checks: readonly string[];
  /** The expressions that an index holds of it. */
  readonly indexed: readonly string[];
}

const columnsOf = (pattern: string) => {
  const [table = '', column = ''] = pattern.split('.');
  return test.database.query(
    (sql) => sql<Column[]>`
      select format('%s.%s', c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
        (select coalesce(jsonb_agg(pg_get_expr(k.conbin, k.conrelid)), '[]') from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks,
        (select coalesce(jsonb_agg(pg_get_indexdef(i.indexrelid, 1, true)), '[]') from pg_index i
          where i.indrelid = c.oid and pg_get_indexdef(i.indexrelid, 1, true) ~ ('\\m' || a.attname || '\\M')
            and i.indnatts = 1) as indexed
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.attname = ${column} and (${table} = '*' or c.relname = ${table}) order by 1`,
  );
};

/** The columns that refuse a value of the type, and why. */
async function refusals(
  columns: readonly string[],
  { edges }: StoredType<number> | StoredType<string>,
  isSeconds: boolean,
) {
  const found: string[] = [];
  for (const pattern of columns) {
    const matching = await columnsOf(pattern);
    if (matching.length === 0) found.push(`there is no column ${pattern}`);
    for (const { name, type, checks, indexed } of matching)
      for (const edge of edges) {
        const column = name.split('.')[1] ?? '';
        const made = isSeconds ? `to_timestamp('${edge}'::float8)` : `'${edge}'::${type}`;
        const statement = `create temp table probe (${column} ${type} ${checks.map((check) => `check (${check})`).join(' ')});
          ${indexed.map((of) => `create index on probe ((${of}));`).join('')}
          insert into probe values (${made}); drop table probe`;
        // One implicit transaction, so a refused value leaves no table.
        await test.database
          .query((sql) => sql.unsafe(statement))
          .catch((error: unknown) =>
            found.push(`${name} refuses ${String(edge).slice(0, 20)}: ${String(error)}`),
          );
      }
  }
  return found;
}

const TYPES = Object.entries(STORED) as [keyof typeof STORED, StoredType<number> | StoredType<string>][];

it.each(TYPES)('stores everything that %s lets through in its columns', async (name, type) => {
  expect(await refusals(COLUMNS[name], type, name === 'unixSeconds')).toEqual([]);
});

it('notices a type that is wider than its column', async () => {
  const wide = { accepts: () => true, edges: [2 ** 53, -1] };
  expect(await refusals(['orders.user_id'], wide, false)).toHaveLength(2);
  expect(await refusals(['tiers.days'], { accepts: () => true, edges: [2 ** 31] }, false)).toHaveLength(1);
});
