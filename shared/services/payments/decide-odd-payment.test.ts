import { OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';

const test = useTestDatabase();
beforeAll(() => addSellingChannel(test.database));

it.each([
  ['more than', 60, 3000],
  ['less than', 15, 1500],
])('names what the figures count after accepting %s the price', async (_, fiat, worthCents) => {
  const reference = await addTierOrder(test.database, { userId: 500 + fiat });
  const price = { price_amount: 61, actually_paid_at_fiat: fiat };
  const amounts = { userId: 500 + fiat, pay_amount: 61, actually_paid: fiat };
  const raw = paymentOf(reference, { ...amounts, ...price });
  await settleIpn(test.database, raw);
  const owner = personWith(test, OWNER_ID);
  const accepted = await owner.press(`case_accept_${raw.payment_id}`, raw.payment_id);
  const again = await owner.press(`case_accept_${raw.payment_id}`, raw.payment_id);
  for (const { message } of [accepted, again])
    expect(message).toMatchObject({ type: 'case_decided', decision: 'accept', worthCents });
  const [order] = await test.database.query(
    (sql) => sql`select income_cents as cents from orders where reference = ${reference}`,
  );
  expect(order).toEqual({ cents: worthCents });
  const [paid] = await test.database.query(
    (sql) => sql`
      select (payload #>> '{message,incomeCents}')::int as cents from outbox
      where order_reference = ${reference} and payload #>> '{message,type}' = 'order_paid'`,
  );
  expect(paid).toEqual({ cents: worthCents });
});
