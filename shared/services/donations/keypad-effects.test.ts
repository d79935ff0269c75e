import { addSellingChannel } from '../../../tests/support/subscription';
import { CHANNEL_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import { personWith } from '../../../tests/worlds/owner';
import { sendKeypad } from './keypad-effects';

const test = useTestDatabase();
beforeEach(() => addSellingChannel(test.database));

const DONOR_ID = 881_235;
const donor = personWith(test, DONOR_ID);
const openKeypad = () => donor.press(`donate_start_${CHANNEL_ID}`);

it('promises to delete a keypad that another one replaced while it was sent', async () => {
  await openKeypad();
  const [keypad] = await test.database.query(
    (sql) => sql<{ id: string }[]>`select keypad_id as id from keypads where user_id = ${DONOR_ID}`,
  );
  const api = {
    sendMessage: async () => {
      await openKeypad();
      return { message_id: 9 };
    },
  };
  await sendKeypad(
    { database: test.database, api: api as never },
    { kind: 'send_keypad', chatId: DONOR_ID, keypadId: keypad!.id },
    { language: 'en' },
  );
  const deletions = await test.database.query(
    (sql) => sql`select payload ->> 'messageId' as message from outbox where kind = 'delete_message'`,
  );
  expect(deletions).toEqual([{ message: '9' }]);
});
