import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { DONOR_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, settleIpn } from '../../../tests/support/subscription';
import { centsIn } from '../../../tests/support/cents-in';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { readDigest } from '../../database/reports/digests';
import type { OpenChannelId, OrderReference } from '../../domain/common/ids';
import { HOUR_MS } from '../../domain/common/time';
import type { Message } from '../../domain/messages/messages';
import { tellDigest } from '../../domain/reports/digest';
import { viewOf } from '../../telegram/views';
import { newReference } from '../common/new-reference';
import { makeExport } from './make-export';

const test = useTestDatabase();
const PRICE = 40;

let lastChannel = -1_002_000_000_000;
let lastPayment = 7_000_000_000;
let lastInvoice = 5_000_000_000;

interface Donation {
  readonly openChannelId: OpenChannelId;
  readonly reference: OrderReference;
  readonly invoiceId: number;
  /** Ids of payments by their names in a row of the table. */
  readonly ids: Map<string, number>;
}

/** Opens a donation of $40 with its invoice in a channel of its own, so that its figures are all that a channel has. */
async function donate(): Promise<Donation> {
  const openChannelId = --lastChannel as OpenChannelId;
  const reference = newReference();
  const invoiceId = ++lastInvoice;
  await addSellingChannel(test.database, { openChannelId, closedChannelId: null });
  await test.database.query(
    (sql) => sql`
      with ordered as (
        insert into orders (reference, kind, user_id, open_channel_id, amount_cents)
        values (${reference}, 'donation', ${DONOR_ID}, ${openChannelId}, ${PRICE * 100}))
      insert into invoices (invoice_id, order_reference, price_cents, invoice_url)
      values (${invoiceId}, ${reference}, ${PRICE * 100}, ${`https://nowpayments.io/payment/?iid=${invoiceId}`})`,
  );
  return { openChannelId, reference, invoiceId, ids: new Map() };
}

/** An IPN. A payment with a parent is a child, whose price is its parent's. */
interface Ipn {
  readonly payment: string;
  readonly parent?: string;
  readonly status: string;
  readonly paid: number;
  /** How many coins the invoice asked for. */
  readonly asked?: number;
  readonly coin?: string;
  /** The worth of a child in dollars, as NOWPayments reports it. */
  readonly worth?: number;
}

async function report({ openChannelId, reference, invoiceId, ids }: Donation, ipn: Ipn): Promise<void> {
  const { payment, parent, status, paid, asked = PRICE, coin = 'usdttrc20', worth = 0 } = ipn;
  if (!ids.has(payment)) ids.set(payment, ++lastPayment);
  await settleIpn(test.database, {
    payment_id: ids.get(payment),
    parent_payment_id: parent === undefined ? null : ids.get(parent),
    invoice_id: parent === undefined ? invoiceId : null,
    payment_status: status,
    order_id: `PGP-${DONOR_ID}|${openChannelId}|${reference}`,
    price_amount: PRICE,
    price_currency: 'usd',
    pay_amount: asked,
    actually_paid: paid,
    actually_paid_at_fiat: worth,
    pay_currency: coin,
  });
}

const plain = (message: Message): string => viewOf(message).text.text.replace(/<[^>]*>/g, '');

/** What one side was told about money that came: for each payment its newest message, so a sum over all of them. */
async function toldTo({ reference }: Donation, userId: number, pattern: RegExp): Promise<number> {
  const rows = await test.database.query(
    (sql) => sql<{ key: string; message: Message }[]>`
      select idempotency_key as key, payload -> 'message' as message from outbox
      where order_reference = ${reference} and kind = 'send_message' and (payload ->> 'chatId')::bigint = ${userId}
      order by outbox_id`,
  );
  const newest = new Map<string, number>();
  for (const { key, message } of rows) {
    const [, dollars] = pattern.exec(plain(message)) ?? [];
    if (dollars !== undefined) newest.set(key.split(':')[1] ?? '', centsIn(dollars));
  }
  return [...newest.values()].reduce((sum, cents) => sum + cents, 0);
}

const STATS = /Today: \$([\d,.]+\d)/;
const stats = async ({ openChannelId }: Donation): Promise<number> => {
  const { text } = await personWith(test, OWNER_ID).press(`own_stats_${openChannelId}`);
  return centsIn(STATS.exec(text)?.[1]);
};

async function digest({ openChannelId }: Donation): Promise<number> {
  const now = await readNow();
  const span = { openChannelId, from: now - HOUR_MS, until: now + HOUR_MS };
  const read = await readDigest(test.database, span);
  const [told] = read ? tellDigest(read) : [];
  if (told?.effect.kind !== 'send_message') return 0;
  return centsIn(/^Donations: \d+, \$([\d,.]+\d)/m.exec(plain(told.effect.message))?.[1]);
}

async function readNow(): Promise<number> {
  const [row] = await test.database.query(
    (sql) => sql<{ now: number }[]>`select (extract(epoch from app_now()) * 1000)::float8 as now`,
  );
  return row?.now ?? 0;
}

/** The sum of a column of a table. */
async function sumOf(
  { openChannelId }: Donation,
  name: 'orders' | 'payments',
  column: string,
): Promise<number> {
  const { bytes } = await makeExport(test.database, { openChannelId, name });
  const rows = parse(Buffer.from(bytes), { bom: true, columns: true, record_delimiter: '\r\n' });
  return (rows as Record<string, string>[]).reduce((sum, row) => sum + centsIn(row[column] || undefined), 0);
}

/** The tables: what the order received, and what counts beside it. */
const csv = async (donation: Donation): Promise<number> =>
  (await sumOf(donation, 'orders', 'received_usd')) + (await sumOf(donation, 'payments', 'credited_usd'));

/** The lines of the owner's list of orders. */
async function listed({ openChannelId }: Donation): Promise<readonly string[]> {
  const { text } = await personWith(test, OWNER_ID).press(`own_orders_${openChannelId}_all.1`);
  return text.split('\n').filter((line) => line.startsWith('•'));
}

const DONOR_READS = /(?:Thank you! |Another |is now )\$([\d,.]+\d)/;
const OWNER_READS = /^💝 (?:(?=.* from )|.*It's )\$([\d,.]+\d)/m;

async function figuresOf(donation: Donation) {
  return {
    donor: await toldTo(donation, DONOR_ID, DONOR_READS),
    owner: await toldTo(donation, OWNER_ID, OWNER_READS),
    stats: await stats(donation),
    digest: await digest(donation),
    csv: await csv(donation),
  };
}

const everywhere = (cents: number) => ({
  donor: cents,
  owner: cents,
  stats: cents,
  digest: cents,
  csv: cents,
});

const own = (status: string, paid: number, more: Partial<Ipn> = {}): Ipn => ({
  payment: 'own',
  status,
  paid,
  ...more,
});
const child = (status: string, more: Partial<Ipn>): Ipn => ({
  payment: 'child',
  parent: 'own',
  status,
  paid: 100,
  asked: 100,
  coin: 'trx',
  ...more,
});
const waiting = own('waiting', 0);

const ROWS: readonly (readonly [paid: string, cents: number, ipns: readonly Ipn[]])[] = [
  ['nothing', 0, [waiting]],
  ['nothing until it expired', 0, [waiting, own('expired', 0)]],
  // $40 in bitcoin at $62,000. A satoshi is a sixteenth of a cent.
  ['one satoshi', 0, [own('partially_paid', 0.000_000_01, { asked: 0.000_645_16, coin: 'btc' })]],
  ['one cent', 1, [own('partially_paid', 0.01)]],
  ['half', 2000, [waiting, own('partially_paid', 20)]],
  ['a third, rounded down', 1333, [own('partially_paid', 13.333_333)]],
  ['97 %', 3880, [waiting, own('confirming', 38.8), own('partially_paid', 38.8)]],
  ['97 %, which was finished by hand', 3880, [own('partially_paid', 38.8), own('finished', 38.8)]],
  ['a thousandth of a cent short', 4000, [own('finished', 39.999_99)]],
  ['exactly', 4000, [waiting, own('confirmed', 40), own('finished', 40)]],
  ['exactly, in a sandbox', 4000, [own('finished', 0)]],
  ['130 %', 5200, [waiting, own('finished', 52)]],
  ['half, and later all', 4000, [own('partially_paid', 20), own('finished', 40)]],
  ['exactly, and later 160 %', 6400, [own('finished', 40), own('finished', 64)]],
  [
    'twice',
    7995,
    [own('finished', 40), child('finished', { paid: 40, asked: 40, coin: 'usdttrc20', worth: 39.954_4 })],
  ],
  ['twice by two payments', 8000, [own('finished', 40), own('finished', 40, { payment: 'second' })]],
  ['in another coin', 1198, [waiting, child('partially_paid', { worth: 11.986_32 })]],
  ['in another coin, finished', 1198, [waiting, child('finished', { worth: 11.986_32 })]],
  ['half, and in another coin', 3198, [own('partially_paid', 20), child('finished', { worth: 11.986_32 })]],
  ['in another coin of unknown worth', 0, [waiting, child('partially_paid', { worth: 0 })]],
  ['exactly, and in a coin of unknown worth', 4000, [own('finished', 40), child('finished', { worth: 0 })]],
  ['late', 4000, [waiting, own('expired', 0), own('finished', 40)]],
  ['late, and half', 2000, [waiting, own('expired', 0), own('partially_paid', 20)]],
];

it.each(ROWS)(
  'tells the same figure everywhere if a donation of $40 is paid with %s',
  async (_, cents, ipns) => {
    const donation = await donate();
    for (const ipn of ipns) await report(donation, ipn);
    expect(await figuresOf(donation)).toEqual(everywhere(cents));
    expect(await sumOf(donation, 'payments', 'proven_usd')).toBeLessThanOrEqual(cents);
  },
);

it.each(ROWS)('lists a donation of $40 that is paid with %s at what came', async (_, __, ipns) => {
  const donation = await donate();
  for (const ipn of ipns) await report(donation, ipn);
  const [line = ''] = await listed(donation);
  const receivedCents = await sumOf(donation, 'orders', 'received_usd');
  const isPaid = line.includes('✅ paid');
  expect(centsIn(/^• \$([\d,.]+\d),/.exec(line)?.[1])).toBe(isPaid ? receivedCents : PRICE * 100);
});

it('tells the same figure everywhere after the same IPNs in another order', async () => {
  for (const [, cents, ipns] of ROWS.filter(([, , all]) => all.length > 1)) {
    const donation = await donate();
    // A child needs its parent, whose id comes first.
    for (const { payment } of ipns) donation.ids.set(payment, ++lastPayment);
    for (const ipn of [...ipns].reverse()) await report(donation, ipn);
    expect(await figuresOf(donation)).toEqual(everywhere(cents));
  }
});

/** Cents that come as so many millionths of a dollar. */
const micros = fc.integer({ min: 0, max: 120_000_000 });
const anyDeposit = fc.record({ micros, isFinished: fc.boolean() });

it('tells the same figure everywhere, whatever came by whatever payments', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyDeposit, { minLength: 1, maxLength: 3 }),
      fc.array(micros, { maxLength: 2 }),
      async (owns, children) => {
        const donation = await donate();
        let came = 0;
        for (const [index, { micros: paid, isFinished }] of owns.entries()) {
          const status = isFinished && paid > 0 ? 'finished' : 'partially_paid';
          await report(
            donation,
            own(status, paid / 1_000_000, { payment: index === 0 ? 'own' : `own ${index}` }),
          );
          // A finished payment that is less than a cent short is the whole price.
          const isJustShort = isFinished && paid > 39_990_000 && paid < 40_000_000;
          came += isJustShort ? 4000 : Math.floor(paid / 10_000);
        }
        for (const [index, worth] of children.entries()) {
          await report(donation, child('finished', { payment: `child ${index}`, worth: worth / 1_000_000 }));
          came += Math.floor(worth / 10_000);
        }
        expect(await figuresOf(donation)).toEqual(everywhere(came));
      },
    ),
    { numRuns: 15 },
  );
});
