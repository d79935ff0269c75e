import type { Api } from 'grammy';
import { startWorld } from '../../../tests/support/telegram-simulator';
import type { TelegramSimulator } from '../index';

let telegram: TelegramSimulator;
let api: Api;
beforeAll(async () => {
  ({ telegram, api } = await startWorld({}));
});
afterAll(() => telegram.close());

const refused = (description: string) => ({ error_code: 400, description: `Bad Request: ${description}` });
const command = (name: string, description = 'Does it') => [{ command: name, description }];

it('keeps a text for each language, and for everyone else', async () => {
  await api.setMyDescription('Hello');
  await api.setMyDescription('Hallo', { language_code: 'de' });
  await api.setMyCommands(command('/start', ' Begin '));
  expect(await api.getMyDescription()).toEqual({ description: 'Hello' });
  expect(await api.getMyDescription({ language_code: 'de' })).toEqual({ description: 'Hallo' });
  expect(await api.getMyShortDescription()).toEqual({ short_description: '' });
  expect(await api.getMyCommands()).toEqual(command('start', 'Begin'));
  expect(await api.getMyCommands({ language_code: 'de' })).toEqual([]);
});

it('accepts as many characters as Telegram, an emoji counted as one', async () => {
  await api.setMyDescription('🎉'.repeat(512));
  await api.setMyShortDescription('🎉'.repeat(120));
  await api.setMyCommands(command('a'.repeat(32), 'ß'.repeat(256)));
  await expect(api.setMyDescription('x'.repeat(513))).rejects.toMatchObject({ error_code: 400 });
  await expect(api.setMyShortDescription('x'.repeat(121))).rejects.toMatchObject({ error_code: 400 });
});

it.each([
  ['pt-br', 'invalid language code specified'],
  ['EN', 'invalid language code specified'],
])('refuses the language %s, because Telegram takes two small letters', async (code, words) => {
  await expect(api.setMyCommands([], { language_code: code as never })).rejects.toMatchObject(refused(words));
});

it.each([
  [command(''), 'command must be non-empty'],
  [command('a'.repeat(33)), 'command length must not exceed 32'],
  [command('start', ' '), 'command description must be non-empty'],
  [command('start', 'x'.repeat(257)), 'command description length must not exceed 256'],
  [command('Start'), 'BOT_COMMAND_INVALID'],
  [Array.from({ length: 101 }, (_, index) => command(`c${index}`)).flat(), 'BOT_COMMANDS_TOO_MUCH'],
])('refuses commands that Telegram refuses: %#', async (commands, words) => {
  await expect(api.setMyCommands(commands)).rejects.toMatchObject(refused(words));
});
