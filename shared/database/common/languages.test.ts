import { DAY_SECONDS } from '../../domain/common/time';
import { useTestDatabase } from '../../../tests/support/test-database';
import { claimDue } from './claim-outbox';
import { readLanguage, readLanguageOfChat, saveLanguage } from './languages';
import { promiseAlone } from './outbox';
import { promiseReply } from './replies';

const test = useTestDatabase();

const OPEN = -1001234567890;
let lastUser = 100;
const newUser = () => (lastUser += 1);
const delivery = () =>
  ({ source: 'telegram', deliveryId: String((lastUser += 1)), correlationId: 'test' }) as const;
const person = (userId: number, languageCode?: string) => ({
  userId,
  username: null,
  firstName: 'Rita',
  languageCode,
});
const writes = (userId: number, languageCode?: string) =>
  promiseReply(test.database, delivery(), { person: person(userId, languageCode), promised: [] });
const chooses = (userId: number, language: 'ru' | 'de', languageCode?: string) =>
  saveLanguage(test.database, delivery(), { person: person(userId, languageCode), language });

beforeAll(() =>
  test.database.query(
    (sql) => sql`
      insert into channels (open_channel_id, title, owner_user_id, language) values (${OPEN}, 'A', 1, 'de')`,
  ),
);

it('reads the language that a user chose rather than that of their app', async () => {
  const userId = newUser();
  await writes(userId, 'fa');
  expect(await readLanguage(test.database, { userId, languageCode: 'fa' })).toBe('fa');
  await chooses(userId, 'ru', 'fa');
  await writes(userId, 'de');
  expect(await readLanguage(test.database, { userId, languageCode: 'de' })).toBe('ru');
  expect(await readLanguageOfChat(test.database, { chatId: userId, openChannelId: null })).toBe('ru');
});

it('keeps the language that was chosen last, however often an earlier choice is delivered', async () => {
  const userId = newUser();
  const first = delivery();
  const choosesFirst = () => saveLanguage(test.database, first, { person: person(userId), language: 'ru' });
  await choosesFirst();
  await chooses(userId, 'de');
  await choosesFirst();
  expect(await readLanguage(test.database, { userId, languageCode: undefined })).toBe('de');
});

it('keeps the language of an app that an update leaves out', async () => {
  const userId = newUser();
  await writes(userId, 'ru');
  await writes(userId);
  expect(await readLanguageOfChat(test.database, { chatId: userId, openChannelId: OPEN })).toBe('ru');
});

it('reads English for a user that nobody knows', async () => {
  expect(await readLanguageOfChat(test.database, { chatId: newUser(), openChannelId: OPEN })).toBe('en');
});

it('stores the choice of a user who never wrote before', async () => {
  const userId = newUser();
  await chooses(userId, 'de');
  expect(await readLanguage(test.database, { userId, languageCode: undefined })).toBe('de');
});

it('claims each promise with the language of its reader', async () => {
  const userId = newUser();
  await writes(userId, 'ru');
  const effects = [
    { kind: 'send_message', chatId: userId, message: { type: 'terms' } },
    { kind: 'send_message', chatId: -5, message: { type: 'keypad_expired', openChannelId: OPEN } },
    { kind: 'send_message', chatId: -5, message: { type: 'terms' } },
    { kind: 'offer_set_up', chatId: -1009, userId },
    { kind: 'refresh_posts', openChannelId: OPEN },
  ];
  await promiseAlone(
    test.database,
    effects.map((effect, index) => ({
      effect: effect as never,
      key: `language:${index}`,
      expiresInSeconds: DAY_SECONDS,
    })),
  );
  // What a newer version may write must not stop the others.
  await test.database.query(
    (sql) => sql`
      insert into outbox (kind, payload, idempotency_key, due_at, expires_at)
      values ('delete_message', '{"chatId": "no number", "openChannelId": 1e30}', 'language:odd', app_now(), app_now() + interval '1 day')`,
  );
  const claimed = await claimDue(test.database, 10);
  const languages = Object.fromEntries(claimed.map(({ key, language }) => [key, language]));
  expect(languages).toMatchObject({
    'language:0': 'ru',
    'language:1': 'de',
    'language:2': 'en',
    'language:3': 'ru',
    'language:odd': 'en',
  });
});
