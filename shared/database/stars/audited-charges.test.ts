import { addSellingChannel } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { starList } from '../../../tests/worlds/star-list';
import { addStarOrder, payInStars, PRICE } from '../../../tests/worlds/star-payments';
import { copyLedger } from '../../services/stars/copy-ledger';
import { auditCharges } from './audited-charges';

const test = useTestDatabase({ per: 'test' });
beforeEach(() => addSellingChannel(test.database));

const LONG_AGO = new Date(0);

/** Pays an order. Telegram's list says that `there` was paid, or nothing about it. */
async function pay(list: ReturnType<typeof starList>, there?: { stars?: number; userId?: number }) {
  const order = await addStarOrder(test.database);
  const { chargeId, paymentId } = await payInStars(test.database, order);
  if (there !== undefined) list.pay({ ...order, stars: PRICE.stars, id: chargeId, ...there });
  return { ...order, chargeId, paymentId };
}

async function audit(list: ReturnType<typeof starList>, since = LONG_AGO) {
  await test.advance('1 minute');
  await copyLedger({ database: test.database, api: list.api }, { pages: 10 });
  return auditCharges(test.database, since);
}

it('finds nothing if Telegram lists each payment as it came', async () => {
  const list = starList();
  await pay(list, {});
  expect(await audit(list)).toEqual({ checked: 1, doubtful: [] });
});

it.each([
  ['unlisted', undefined],
  ['different', { stars: 1 }],
  ['different', { userId: 4711 }],
])('names a payment that is %s at Telegram', async (verdict, there) => {
  const list = starList();
  await pay(list, {});
  const { paymentId, reference } = await pay(list, there);
  expect(await audit(list)).toEqual({ checked: 2, doubtful: [{ paymentId, reference, verdict }] });
});

it('names a payment that counts here and was sent back', async () => {
  const list = starList();
  const payment = await pay(list, {});
  list.refund(payment.chargeId, { ...payment, stars: PRICE.stars });
  expect(await audit(list)).toMatchObject({ doubtful: [{ verdict: 'refunded' }] });
});

it('leaves out what came after the list was read, and what did not change since', async () => {
  const list = starList();
  await pay(list, {});
  await audit(list);
  await test.advance('1 minute');
  await pay(list);
  expect(await auditCharges(test.database, LONG_AGO)).toEqual({ checked: 1, doubtful: [] });
  const [clock] = await test.database.query((sql) => sql<{ now: Date }[]>`select app_now() as now`);
  expect(await auditCharges(test.database, clock!.now)).toEqual({ checked: 0, doubtful: [] });
});
