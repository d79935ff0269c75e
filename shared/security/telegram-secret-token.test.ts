import { Unauthorized } from '../errors';
import { fakeRequest } from '../../tests/support/fake-request';
import { telegramSecretToken } from './telegram-secret-token';

const NAME = 'X-Telegram-Bot-Api-Secret-Token';
const handler = telegramSecretToken('s3cret')(async () => ({ status: 200 }));

it('admits the agreed token', async () => {
  await expect(handler(fakeRequest({ headers: { [NAME]: 's3cret' } }))).resolves.toEqual({ status: 200 });
});

test.each([
  ['no token', {}],
  ['an empty one', { [NAME]: '' }],
  ['another one', { [NAME]: 's3creT' }],
  ['one cut short', { [NAME]: 's3cre' }],
  ['a longer one', { [NAME]: 's3cret ' }],
  ['the right one twice', { [NAME]: ['s3cret', 's3cret'] }],
  ['the right one and another', { [NAME]: ['s3cret', 'x'] }],
])('refuses %s', async (_, headers: Record<string, string | string[]>) => {
  await expect(handler(fakeRequest({ headers }))).rejects.toThrow(Unauthorized);
});

test.each(['', ' ', '\n'])('is not built with the secret %j', (secret) => {
  expect(() => telegramSecretToken(secret)).toThrow('must not be blank');
});
