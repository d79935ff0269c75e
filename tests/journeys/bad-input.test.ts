import { TARGETS } from '../../playground/stack-types';
import type { OutgoingHttpHeaders } from 'node:http';
import { createHmac } from 'node:crypto';
import { call, type Call } from './support/call';
import { countRows } from './support/count-rows';
import { BODIES, expectRefusedWithoutTrace, type Bytes } from './support/bad-bodies';
import { NOTIFICATION, notification, orphanIpn, signedCall, signedIpn } from './support/signed-calls';
import { askFor } from './support/chat';
import { newDonor } from './support/people';
import { ordersOf } from './support/work';
import { OPEN, useWorld } from '../worlds/journey';

const world = useWorld({ targets: TARGETS, environment: { RATE_LIMIT_BURST: '1000' } });

const GOOD = JSON.stringify(orphanIpn(4_100_000_001));
const KIB = 1024;
const withProto = (text: string) => text.replace('{', '{"__proto__":{"payment_status":"finished"},');

describe('the IPN endpoint', () => {
  const environment = () => world.environment('paymentIpn');
  const url = () => world.functions.paymentIpn.url;
  const sign = (body: Bytes): string =>
    createHmac('sha512', String(environment()['NOWPAYMENTS_IPN_SECRET'])).update(body).digest('hex');
  const signed = (body: Bytes): Call => ({ body, headers: { 'x-nowpayments-sig': sign(body) } });

  test.each<[string, (good: string) => string | string[] | undefined]>([
    ['no signature', () => undefined],
    ['an empty signature', () => ''],
    ['the signature of another body', () => sign(`${GOOD} `)],
    ['one digit wrong', (good) => good.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))],
    ['one digit short', (good) => good.slice(1)],
    ['one digit long', (good) => `${good}0`],
    ['a digit that is not hexadecimal', (good) => good.replace(/^./, 'g')],
    ['SHA-256 in place of SHA-512', (good) => good.slice(0, 64)],
    ['the right one twice', (good) => [good, good]],
    ['a wrong one before the right one', (good) => ['0'.repeat(128), good]],
    ['a wrong one after the right one', (good) => [good, '0'.repeat(128)]],
    ['the right one twice in one header', (good) => `${good}, ${good}`],
  ])('refuses a good body with %s without writing anything', async (_, spoil) => {
    const signature = spoil(sign(GOOD));
    const headers: OutgoingHttpHeaders = signature === undefined ? {} : { 'x-nowpayments-sig': signature };
    const how = { body: GOOD, headers };
    await expectRefusedWithoutTrace(world, { url: url(), ...how }, { status: 401, code: 'unauthorized' });
  });

  it('accepts a signature in upper case', async () => {
    const headers = { 'x-nowpayments-sig': sign(GOOD).toUpperCase() };
    expect(await call(url(), { body: GOOD, headers })).toMatchObject({ status: 200 });
  });

  test.each(BODIES)('refuses %s without a signature', async (_, body) => {
    await expectRefusedWithoutTrace(world, { url: url(), body }, { status: 401, code: 'unauthorized' });
  });

  // Only a JSON object can have a signature, so anything else fails at the signature. An object fails at its content.
  const isObject = (body: Bytes) => /^\{.*\}$/.test(String(body)) && !Buffer.isBuffer(body);
  test.each(BODIES)('refuses %s with a signature over its bytes', async (_, body) => {
    const refusal = isObject(body)
      ? { status: 400, code: 'invalid_json' }
      : { status: 401, code: 'unauthorized' };
    await expectRefusedWithoutTrace(world, { url: url(), ...signed(body) }, refusal);
  });

  it('refuses a key that was added after signing, even `__proto__`', async () => {
    const how = { ...signed(GOOD), body: withProto(GOOD) };
    await expectRefusedWithoutTrace(world, { url: url(), ...how }, { status: 401, code: 'unauthorized' });
  });

  it('refuses an amount that was changed after signing', async () => {
    const how = { ...signed(GOOD), body: GOOD.replace('25', '1') };
    await expectRefusedWithoutTrace(world, { url: url(), ...how }, { status: 401, code: 'unauthorized' });
  });

  it('refuses a signed body one byte over 64 KiB', async () => {
    const body = GOOD.padEnd(64 * KIB + 1);
    await expectRefusedWithoutTrace(
      world,
      { url: url(), ...signed(body) },
      { status: 413, code: 'payload_too_large' },
    );
  });

  describe('accepts signed but unusual content:', () => {
    const post = async (content: object) => {
      const how = signedIpn(environment(), content);
      expect(await call(url(), how)).toMatchObject({ status: 200, text: '{"ok":true}' });
    };
    const payment = async (id: number) => {
      const rows = await world.database`
        select payment_status as status, standing, exception from payments where payment_id = ${id}`;
      return rows.map((row) => ({ ...row }));
    };

    test.each<[string, object]>([
      ['a payout', { id: '713', batch_withdrawal_id: '5000000713', status: 'FINISHED', currency: 'trx' }],
      ['an empty object', {}],
      ['a payment that names nothing', orphanIpn(1, { payment_id: null, order_id: null })],
    ])('%s gets 200 without being stored', async (_, content) => {
      const before = await countRows(world.database);
      await post(content);
      expect(await countRows(world.database)).toEqual(before);
    });

    const rowsMore = async (before: Record<string, number>, more: Record<string, number>) => {
      const sums = Object.entries(before).map(([name, count]) => [name, count + (more[name] ?? 0)]);
      expect(await countRows(world.database)).toEqual(Object.fromEntries(sums));
    };

    test.each<[string, object]>([
      ['without an id', orphanIpn(1, { payment_id: null })],
      ['with an invalid id', orphanIpn(1, { payment_id: '1 or 1=1' })],
      ['with an invalid parent id', orphanIpn(4_100_000_002, { parent_payment_id: 'x' })],
      ['with a number as its status', orphanIpn(4_100_000_003, { payment_status: 5 })],
    ])('a payment %s is kept once, only for a person to read', async (_, content) => {
      const before = await countRows(world.database);
      for (let times = 0; times < 3; times += 1) await post(content);
      await rowsMore(before, { inbox: 1 });
    });

    test.each<[string, number, object]>([
      ['an unknown order', 4_200_000_001, {}],
      ['no order', 4_200_000_002, { order_id: null }],
      ['a malformed order', 4_200_000_003, { order_id: 'PGP-5001|+1001234567890|' }],
      ['an order in an old form', 4_200_000_004, { order_id: 'PGP-5001-1001234567890' }],
      ['an order with a NUL character', 4_200_000_005, { order_id: 'PGP-\0' }],
    ])('a payment for %s is stored once as an orphan, however often it arrives', async (_, id, overrides) => {
      const before = await countRows(world.database);
      for (let times = 0; times < 3; times += 1) await post(orphanIpn(id, overrides));
      const { inbox, payments, ...rest } = before;
      expect(await countRows(world.database)).toEqual({
        ...rest,
        inbox: inbox! + 1,
        payments: payments! + 1,
      });
      expect(await payment(id)).toEqual([{ status: 'waiting', standing: 'orphan', exception: 'none' }]);
    });

    const waiting = async () => {
      const donor = newDonor(world);
      const { invoiceId } = await askFor(world, donor);
      return { donor, id: await world.nowpayments.pay(invoiceId, { scenario: 'waiting' }) };
    };

    test.each(['price_amount', 'price_currency'])(
      'a finished payment whose %s is null is parked without settling anything',
      async (name) => {
        const { donor, id } = await waiting();
        await post(world.nowpayments.ipnBody(id, { payment_status: 'finished', [name]: null }));
        const parked = { status: 'finished', standing: 'parked', exception: 'amount_mismatch' };
        expect(await payment(id)).toEqual([parked]);
        expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open' }]);
      },
    );

    it('an unknown status is stored as it came and changes nothing', async () => {
      const { donor, id } = await waiting();
      await post(world.nowpayments.ipnBody(id, { payment_status: 'teleported' }));
      const [row] = await world.database`
        select p.payment_status as status, p.seen, i.payload ->> 'payment_status' as said
        from payments p join inbox i on i.payload ->> 'payment_id' = p.payment_id::text
        where p.payment_id = ${id} order by i.received_at desc limit 1`;
      expect({ ...row }).toEqual({ status: 'waiting', seen: ['unknown', 'waiting'], said: 'teleported' });
      expect(await ordersOf(world, donor)).toMatchObject([{ state: 'open' }]);
    });
  });
});

describe('the notification webhook', () => {
  const NAMES = ['user_id', 'amount_crypto', 'amount_usd', 'crypto_currency'];
  const sign = (content: object) =>
    signedCall(world.environment('notificationWebhook'), content, { path: NOTIFICATION });
  const url = () => world.functions.notificationWebhook.url;

  test.each<[string, object]>([
    ['Missing field: open_channel_id', { payment_type: 'donation' }],
    ['Missing field: payment_type', { open_channel_id: OPEN }],
    ['Missing field: payment_data', { open_channel_id: OPEN, payment_type: 'donation' }],
    ['Invalid field: open_channel_id', { ...notification(), open_channel_id: 1001234567890 }],
    ['Invalid field: payment_type', { ...notification(), payment_type: '<b>gift</b>' }],
    ['Invalid field: payment_data', { ...notification(), payment_data: [1] }],
    ...NAMES.flatMap((name): [string, object][] => [
      [`Missing field: ${name}`, notification({ [name]: undefined })],
      [`Missing field: ${name}`, notification({ [name]: '' })],
      [`Invalid field: ${name}`, notification({ [name]: { $gt: 0 } })],
      [`Invalid field: ${name}`, notification({ [name]: '-1<b>' })],
    ]),
    ['Invalid field: timestamp', notification({ timestamp: 'yesterday' })],
  ])('answers “%s” without writing anything', async (code, content) => {
    await expectRefusedWithoutTrace(world, { url: url(), ...sign(content) }, { status: 400, code });
  });
});
