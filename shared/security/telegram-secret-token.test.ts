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
  ['an empty token', { [NAME]: '' }],
  ['another token', { [NAME]: 's3creT' }],
  ['a shorter token', { [NAME]: 's3cre' }],
  ['a longer token', { [NAME]: 's3cret ' }],
  ['the right token twice', { [NAME]: ['s3cret', 's3cret'] }],
  ['the right token and another', { [NAME]: ['s3cret', 'x'] }],
])('refuses %s', async (_, headers: Record<string, string | string[]>) => {
  await expect(handler(fakeRequest({ headers }))).rejects.toThrow(Unauthorized);
});

test.each(['', ' ', '\n'])('throws for the secret %j', (secret) => {
  expect(() => telegramSecretToken(secret)).toThrow('must not be blank');
});
