import type { IncomingHttpHeaders } from 'node:http';
import type postgres from 'postgres';
import type { Target } from '../playground/stack-types';
import { signIpn } from '../shared/nowpayments/ipn-signature';
import {
  AMOUNT_CENTS,
  CHANNEL_ID,
  finishedIpn,
  KEYPADS,
  keypadAt,
  payerAt,
  PAYERS,
  tapUpdate,
} from './requests';
import type { SinkCalls, Surroundings } from './surroundings';

/** One kind of request, and the servers that answer it. */
export interface Scenario {
  readonly title: string;
  /** The folders of the floors, on the framework and on `node:http`. */
  readonly floors: { readonly framework: string; readonly plain: string };
  /** What both floors do. */
  readonly floorMeans: string;
  readonly target: Target;
  /** Resets the database before a round, to the rows that the first `count` requests need. */
  prepare(sql: postgres.Sql, count: number): Promise<void>;
  request(index: number): { headers: IncomingHttpHeaders; body: string };
  /** Each answered request must have left an inbox row with this outcome. */
  readonly outcome: string;
  /** The calls that count, and how many of them as many requests must have made, at least and at most. */
  readonly calls: (made: SinkCalls) => number;
  readonly demanded: (requests: number) => { readonly least: number; readonly most: number };
}

const json = { 'content-type': 'application/json' };

export function keypadTap({ secrets }: Surroundings): Scenario {
  const headers = { ...json, 'x-telegram-bot-api-secret-token': secrets.webhookSecret };
  return {
    title: 'Keypad tap',
    floors: { framework: 'floor-tap', plain: 'plain-tap' },
    floorMeans: 'the secret token + the one statement + two Bot API calls',
    target: 'telegramWebhook',
    prepare: async (sql) => {
      const { userId, messageId } = keypadAt(0);
      await sql`truncate orders, invoices, payments, keypads, inbox, outbox cascade`;
      await sql`
        insert into keypads (keypad_id, user_id, chat_id, message_id, open_channel_id)
        select gen_random_uuid(), ${userId}::bigint + i, ${userId}::bigint + i, ${messageId}::bigint + i, ${CHANNEL_ID}
        from generate_series(0, ${KEYPADS - 1}) as i`;
      await sql`vacuum (analyze) keypads, inbox`;
    },
    request: (index) => ({ headers, body: JSON.stringify(tapUpdate(index)) }),
    outcome: 'tapped',
    calls: ({ botApi }) => botApi,
    demanded: (requests) => ({ least: 2 * requests, most: 2 * requests }),
  };
}

/** Enough for Postgres to use its indexes. */
const EARLIER_SALES = 5_000;

/**
 * Adds sales from before a round. Postgres reads a table that is empty when a statement is prepared from end to end, and keeps
 * doing so while the round fills it. No shop is as new as that for long.
 */
async function addEarlierSales(sql: postgres.Sql): Promise<void> {
  await sql`
    with sold as (
      insert into orders (reference, kind, state, user_id, open_channel_id, amount_cents, payment_id, settled_at)
      select 'E' || lpad(i::text, 21, '0'), 'donation', 'settled', ${payerAt(0)}::bigint + i % ${PAYERS}, ${CHANNEL_ID},
        ${AMOUNT_CENTS}, i, now() from generate_series(1, ${EARLIER_SALES}::int) i
      returning reference, payment_id),
    invoiced as (
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      select reference, reference, ${AMOUNT_CENTS}, 'https://nowpayments.io/payment/?iid=1' from sold),
    paid as (
      insert into payments (payment_id, order_reference, payment_status, seen, price_amount, price_currency, pay_amount,
        actually_paid, pay_currency, proven_cents, received_cents, settles, standing)
      select payment_id, reference, 'finished', '["finished"]', 25, 'usd', 0.5, 0.5, 'ltc', ${AMOUNT_CENTS}, ${AMOUNT_CENTS},
        true, 'settled' from sold),
    handled as (
      insert into inbox (source, delivery_id, outcome, order_reference, payload)
      select 'nowpayments', reference, 'earlier', reference, '{}' from sold)
    insert into outbox (kind, payload, idempotency_key, expires_at, delivered_at, order_reference)
    select 'send_message', '{"chatId": 1}', reference, now() + interval '1 day', now(), reference from sold`;
}

export function finishedPayment({ secrets }: Surroundings): Scenario {
  return {
    title: 'A `finished` IPN',
    floors: { framework: 'floor-ipn', plain: 'plain-ipn' },
    floorMeans: 'one HMAC + the two statements + one nudge under way and one to follow',
    target: 'paymentIpn',
    prepare: async (sql, count) => {
      const payer = payerAt(0);
      await sql`truncate orders, invoices, payments, keypads, inbox, outbox, chats cascade`;
      await sql`
        insert into chats (chat_id, username) select ${payer}::bigint + i, 'payer' || i
        from generate_series(0, ${PAYERS - 1}) as i`;
      await sql`
        insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
        select lpad(i::text, 22, '0'), 'donation', ${payer}::bigint + i % ${PAYERS}, ${CHANNEL_ID}, ${AMOUNT_CENTS}
        from generate_series(0, ${count - 1}::int) as i`;
      await sql`
        insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
        select reference, reference, amount_cents, 'https://nowpayments.io/payment/?iid=1' from orders`;
      await addEarlierSales(sql);
      await sql`vacuum (analyze) orders, invoices, payments, inbox, outbox, chats`;
    },
    request: (index) => {
      const body = JSON.stringify(finishedIpn(index));
      return { headers: { ...json, 'x-nowpayments-sig': signIpn(body, secrets.ipnSecret) }, body };
    },
    outcome: 'settled',
    calls: ({ nudges }) => nudges,
    demanded: (requests) => ({ least: Math.min(1, requests), most: requests }),
  };
}
