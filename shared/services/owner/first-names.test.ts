import { tellStory } from '../../database/payments/stories';
import type { OrderReference } from '../../domain/common/ids';
import { addSellingChannel, addTierOrder } from '../../../tests/support/subscription';
import { addOrder, addTeam, BUYER_ID, CHANNEL_ID, DONOR_ID, OWNER_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';

const MANAGER = 7002;
const test = useTestDatabase();

beforeAll(async () => {
  await addSellingChannel(test.database);
  await addTeam(test.database, { [MANAGER]: 'manager' });
  const reference = await addTierOrder(test.database);
  const donation = await addOrder(test.database, 2500);
  await test.database.query(
    (sql) => sql`
      with named as (
        insert into chats (chat_id, first_name) values (${BUYER_ID}, 'Bob <b>'), (${DONOR_ID}, 'Dora'), (${MANAGER}, 'Mia'), (${OWNER_ID}, 'Olga')
        on conflict (chat_id) do update set first_name = excluded.first_name, username = null),
      paid as (
        insert into subscriptions (open_channel_id, user_id, paid_until)
        values (${CHANNEL_ID}, ${BUYER_ID}, app_now() + interval '1 day')
        on conflict (open_channel_id, user_id) do update set paid_until = excluded.paid_until),
      anonymous as (update orders set is_anonymous = true where reference = ${donation})
      insert into audit_log (act, actor_user_id, open_channel_id, user_id, order_reference, payment_id)
      values ('banned', ${MANAGER}, ${CHANNEL_ID}, ${BUYER_ID}, null, null),
        ('case_accept', ${MANAGER}, ${CHANNEL_ID}, ${BUYER_ID}, ${reference}, 1)`,
  );
});

it.each([
  ['the list of orders', 'orders', 'Bob &lt;b&gt;: '],
  ['the list of members', 'members_out.1', 'Bob &lt;b&gt;: '],
  ['the log', 'audit_1', 'Mia banned a user\n– Bob &lt;b&gt;'],
  ['the page of a user', `buyer_${BUYER_ID}`, `Bob &lt;b&gt; (id ${BUYER_ID})`],
  ['the page of a manager', `person_${MANAGER}`, 'Mia in '],
])('names people without a @username by first name in %s', async (_page, action, expected) => {
  const [word, ...argument] = action.split('_');
  const data = [`own_${word}_${CHANNEL_ID}`, ...argument].join('_');
  const { text } = await personWith(test, OWNER_ID).press(data);
  expect(text).toContain(expected);
  expect(text).not.toMatch(/user \d/);
  // Who stays anonymous has no name anywhere.
  expect(text).not.toContain('Dora');
});

it('names who decided about a payment in the story for owners alone', async () => {
  const [order] = await test.database.query(
    (sql) => sql<{ reference: string }[]>`select reference from orders where kind = 'subscription'`,
  );
  const told = await personWith(test, OWNER_ID).press(`own_order_${CHANNEL_ID}_${order?.reference}`);
  expect(told.text).toContain('Mia accepted a payment as it is.');
  const forBuyer = await tellStory(test.database, order?.reference as OrderReference);
  expect(JSON.stringify(forBuyer)).not.toContain('Mia');
});
