import { startTelegramSimulator, type TelegramSimulator } from '../index';

const DANA = 5001;
const OLGA = 7001;
const CHANNEL = -1001234567890;

let telegram: TelegramSimulator;
beforeEach(async () => {
  telegram = await startTelegramSimulator({ botToken: '8100200300:secret', botUsername: 'DemoBot' });
  telegram.addUser({ id: DANA, first_name: 'Dana' });
  telegram.addUser({ id: OLGA, first_name: 'Olga' });
  telegram.addChannel({ id: CHANNEL, title: 'Notes', creatorId: OLGA });
  telegram.setMember(CHANNEL, 8100200300, 'administrator');
});
afterEach(() => telegram.close());

/** Writes to the bot. Returns the sender, as the update names them. */
const sayAndRead = (userId: number) => {
  telegram.as(userId).say('Hello');
  return telegram.messages(userId).at(-1)?.from;
};

it('names the language of the app in what a user sends, from the moment it is set', () => {
  expect(sayAndRead(DANA)).not.toHaveProperty('language_code');
  telegram.as(DANA).setLanguage('fa');
  expect(sayAndRead(DANA)).toMatchObject({ id: DANA, first_name: 'Dana', language_code: 'fa' });
  telegram.as(DANA).setLanguage('pt-br');
  expect(sayAndRead(DANA)).toMatchObject({ language_code: 'pt-br' });
  expect(sayAndRead(OLGA)).not.toHaveProperty('language_code');
});

it('keeps the chat of a user who changes their language', () => {
  telegram.as(DANA).start();
  telegram.as(DANA).setLanguage('de');
  expect(telegram.messages(DANA)).toHaveLength(1);
  telegram.as(DANA).say('Hello');
  expect(telegram.messages(DANA)).toHaveLength(2);
});
