import { keepRows } from '../../../tests/support/keep-rows';
import { BUYER_ID, CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import { addSellingChannel, addTierOrder, paymentOf, settleIpn } from '../../../tests/support/subscription';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';

const test = useTestDatabase();
let restore: () => Promise<void>;
beforeAll(async () => {
  await addSellingChannel(test.database);
  restore = await keepRows(test);
});
beforeEach(() => restore());

/** A payment that its owner has to decide about, and the owner. */
async function oddPayment() {
  const reference = await addTierOrder(test.database);
  const payment = { ...paymentOf(reference), payment_status: 'partially_paid', actually_paid: 10 };
  await settleIpn(test.database, payment);
  return { paymentId: payment.payment_id, owner: personWith(test, OWNER_ID) };
}

/** Everything that a decision changes or promises. */
const written = async () => {
  const [row] = await test.database.query(
    (sql) => sql`
      select (select jsonb_agg(to_jsonb(p) order by payment_id) from payments p) as payments,
        (select jsonb_agg(to_jsonb(o) order by reference) from orders o) as orders,
        (select jsonb_agg(to_jsonb(b) order by outbox_id) from outbox b) as outbox,
        (select jsonb_agg(to_jsonb(a)) from audit_log a) as log`,
  );
  return row;
};
const toldToPayer = () =>
  test.database.query(
    (sql) => sql`
      select payload #>> '{message,type}' as type, payload #>> '{message,news}' as news from outbox
      where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${BUYER_ID}
        and payload #>> '{message,news}' = 'refunded'`,
  );

it('changes and promises nothing before the answer', async () => {
  const { paymentId, owner } = await oddPayment();
  const before = await written();
  const { message, buttons } = await owner.press(`case_refund_${paymentId}`);
  expect(message).toMatchObject({ type: 'refund_question', paymentId });
  expect(buttons).toEqual([`case_sent_${paymentId}`, `own_case_${CHANNEL_ID}_${paymentId}`]);
  expect(await written()).toEqual(before);
});

it('leads back to the open case with No', async () => {
  const { paymentId, owner } = await oddPayment();
  const before = await written();
  const { buttons } = await owner.press(`case_refund_${paymentId}`);
  const back = await owner.press(buttons.at(-1)!);
  expect(back.message).toMatchObject({ type: 'case_page' });
  expect(back.text).toContain(String(paymentId));
  expect(back.buttons).toContain(`case_refund_${paymentId}`);
  expect(await written()).toEqual(before);
});

it('tells the payer once after Yes', async () => {
  const { paymentId, owner } = await oddPayment();
  await owner.press(`case_refund_${paymentId}`);
  const { message } = await owner.press(`case_sent_${paymentId}`);
  expect(message).toMatchObject({ type: 'case_decided', decision: 'refund' });
  expect(await toldToPayer()).toEqual([{ type: 'payment_news', news: 'refunded' }]);
});

it('does nothing at a second Yes', async () => {
  const { paymentId, owner } = await oddPayment();
  await owner.press(`case_sent_${paymentId}`);
  const after = await written();
  await owner.press(`case_sent_${paymentId}`);
  expect(await written()).toEqual(after);
});
