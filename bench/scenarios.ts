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
