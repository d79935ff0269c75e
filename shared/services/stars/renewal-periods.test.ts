import { addTierOrder, addSellingChannel } from '../../../tests/support/subscription';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addStarInvoice, PERIOD_MS, renewalFor } from '../../../tests/support/stars';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { StarCharge } from '../../domain/stars/charge';
import { DAY_MS } from '../../domain/common/time';
import { silentLogger } from '../../logger';
import { newReference } from '../common/new-reference';
import { takeCharge } from './take-charge';

const test = useTestDatabase({ per: 'test' });
beforeEach(async () => {
  await addSellingChannel(test.database);
});

const take = (charge: StarCharge, isRecovered = false) =>
  takeCharge({ database: test.database, log: silentLogger }, charge, { isRecovered });

/** When the buyer's access ends, in epoch milliseconds. */
async function endOfAccess(): Promise<number> {
  const [row] = await test.database.query(
    (sql) => sql<{ end: number | null }[]>`
      select (extract(epoch from paid_until) * 1000)::bigint as end from subscriptions
      where user_id = ${BUYER_ID} and open_channel_id = ${CHANNEL_ID}`,
  );
  return Number(row?.end);
}

/** A subscription whose first payment was reported at once. */
async function begin() {
  const payload = await addStarInvoice(test.database, await addTierOrder(test.database), { renews: true });
  const first = renewalFor(payload, 0);
  await take(first);
  return { payload, end: await endOfAccess() };
}

/** Our period and Telegram's begin some seconds apart, as long as the first report was on its way. */
const SECONDS_APART_MS = 60_000;
const expectEnd = async (wanted: number) =>
  expect(Math.abs((await endOfAccess()) - wanted)).toBeLessThan(SECONDS_APART_MS);

/** What Telegram's list says of a payment. */
const listed = ({ chargeId, userId, stars, payload, paidAt }: StarCharge): StarCharge => ({
  chargeId,
  userId,
  stars,
  payload,
  paidAt,
});

it.each([
  ['early', 29.5],
  ['on time', 30],
  ['an hour late', 30 + 1 / 24],
  ['two days late', 32],
  ['after its own period', 61],
])('extends from the old end if it is reported %s', async (_, days) => {
  const { payload, end } = await begin();
  await test.advance(`${days * DAY_MS} milliseconds`);
  await take(renewalFor(payload, 1));
  await expectEnd(end + PERIOD_MS);
});

it('extends from the old end if Telegram’s list told about it days later', async () => {
  const { payload, end } = await begin();
  await test.advance('33 days');
  await take(listed(renewalFor(payload, 1)), true);
  await expectEnd(end + PERIOD_MS);
});

it('extends once, however often and late it is reported', async () => {
  const { payload, end } = await begin();
  await test.advance('32 days');
  const renewal = renewalFor(payload, 1);
  await take(renewal);
  await test.advance('3 days');
  await take(renewal);
  await take(listed(renewal), true);
  await expectEnd(end + PERIOD_MS);
});

it('gives each of several late periods once, whichever is reported first', async () => {
  const { payload, end } = await begin();
  await test.advance('65 days');
  for (const number of [2, 1]) await take(renewalFor(payload, number));
  await expectEnd(end + 2 * PERIOD_MS);
});

it('begins after a gap where Telegram says that it does', async () => {
  const { payload, end } = await begin();
  await test.advance('45 days');
  const paidAt = renewalFor(payload, 0).paidAt + 42 * DAY_MS;
  await take({ ...renewalFor(payload, 1), paidAt, subscriptionUntil: paidAt + PERIOD_MS });
  await expectEnd(end + 12 * DAY_MS + PERIOD_MS);
});

it('adds its days to those that were given for the time before its report', async () => {
  const { payload, end } = await begin();
  await test.advance('31 days');
  await test.database.query(
    (sql) => sql`
      with ruled as (
        insert into rulings (ruling_id, open_channel_id, user_id, ruling, days, reason, ruled_by)
        values (${newReference()}, ${CHANNEL_ID}, ${BUYER_ID}, 'grant', 5, 'sorry', ${OWNER_ID}) returning *)
      insert into manual_extensions (grant_id, open_channel_id, user_id, days, reason, granted_by, granted_at)
      select ruling_id, open_channel_id, user_id, days, reason, ruled_by, app_now() from ruled`,
  );
  await test.advance('1 day');
  await take(renewalFor(payload, 1));
  await expectEnd(end + PERIOD_MS + 5 * DAY_MS);
});

it.each([
  ['the list alone', ['list']],
  ['the list, and then by its update', ['list', 'update']],
  ['its update, and then by the list', ['update', 'list']],
])('gives all days of a payment after a gap if it is told by %s', async (_, told) => {
  const { payload, end } = await begin();
  await test.advance('43 days');
  const paidAt = renewalFor(payload, 0).paidAt + 42 * DAY_MS;
  const renewal = { ...renewalFor(payload, 1), paidAt, subscriptionUntil: paidAt + PERIOD_MS };
  for (const by of told) await take(by === 'list' ? listed(renewal) : renewal, by === 'list');
  await expectEnd(end + 12 * DAY_MS + PERIOD_MS);
  await take(renewal);
  await expectEnd(end + 12 * DAY_MS + PERIOD_MS);
});

it('believes an update that says more than the list, and announces nothing again', async () => {
  const { payload, end } = await begin();
  await test.advance('43 days');
  // Telegram may count from the old end, whenever it was paid.
  const renewal = { ...renewalFor(payload, 1), paidAt: renewalFor(payload, 0).paidAt + 42 * DAY_MS };
  await take(listed(renewal), true);
  const promises = () =>
    test.database.query((sql) => sql`select outbox_id from outbox where kind = 'grant_access' order by 1`);
  const before = await promises();
  await take(renewal);
  await expectEnd(end + PERIOD_MS);
  expect(await promises()).toEqual(before);
});
