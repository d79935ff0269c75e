import type postgres from 'postgres';
import { finishedPayment, keypadTap, type Scenario } from '../scenarios';
import { AMOUNT_CENTS, CHANNEL_ID, KEYPADS, keypadAt, payerAt, PAYERS } from '../requests';
import type { Surroundings } from '../surroundings';

const OWNER = 7001;
let updates = 0;

/** One kind of request whose time must not depend on how much there is. */
export interface ScaleRequest {
  readonly title: string;
  readonly function: 'telegramWebhook' | 'paymentIpn';
  /** How much longer its p95 may take with a thousand times as many orders. */
  readonly mostRatio: number;
  readonly request: (number: number) => ReturnType<Scenario['request']>;
  /** The calls that it makes to the Bot API, at least. */
  readonly leastCalls: number;
}

const owner = { id: OWNER, is_bot: false, first_name: 'Olga', language_code: 'en' };

function command(text: string): object {
  updates += 1;
  const from = { ...owner, id: 3_000_000 + updates };
  const message = { message_id: 1, date: 1, from, chat: { id: from.id, type: 'private' }, text };
  return { update_id: 800_000_000 + updates, message };
}

/** Everything that is measured, with how much longer it may take. */
export function scaleRequests(around: Surroundings): readonly ScaleRequest[] {
  const tap = keypadTap(around);
  const ipn = finishedPayment(around);
  const { headers } = tap.request(0);
  const update = (make: () => object) => () => ({ headers, body: JSON.stringify(make()) });
  return [
    {
      title: 'a tap',
      function: 'telegramWebhook',
      mostRatio: 1.2,
      leastCalls: 2,
      request: (number) => tap.request(number),
    },
    {
      title: 'a `finished` IPN',
      function: 'paymentIpn',
      mostRatio: 1.2,
      leastCalls: 0,
      request: (number) => ipn.request(number),
    },
    {
      title: '`/start`',
      function: 'telegramWebhook',
      mostRatio: 2,
      leastCalls: 0,
      request: update(() => command('/start')),
    },
  ];
}

/** Adds what the first `count` taps and IPNs need. */
export async function prepareRequests(sql: postgres.Sql, count: number): Promise<void> {
  const { userId, messageId } = keypadAt(0);
  await sql`
    insert into keypads (keypad_id, user_id, chat_id, message_id, open_channel_id)
    select gen_random_uuid(), ${userId}::bigint + i, ${userId}::bigint + i, ${messageId}::bigint + i, ${CHANNEL_ID}
    from generate_series(0, ${KEYPADS - 1}) as i`;
  await sql`
    insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
    select lpad(i::text, 22, '0'), 'donation', ${payerAt(0)}::bigint + i % ${PAYERS}, ${CHANNEL_ID}, ${AMOUNT_CENTS}
    from generate_series(0, ${count - 1}::int) as i`;
  await sql`
    insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
    select reference, reference, amount_cents, 'https://nowpayments.io/payment/?iid=1' from orders where reference like '0%'`;
}
