import fc from 'fast-check';
import { parseStartParameter, startLink } from './start-parameter';

const CHANNEL = -1001234567890;
const old = Buffer.from(String(CHANNEL)).toString('base64');
const reference = 'AbCdEfGhIjKlMnOpQrStUv';

it.each([
  [`donate_${CHANNEL}`, { type: 'donate', openChannelId: CHANNEL }],
  [`sub_${CHANNEL}`, { type: 'subscribe', openChannelId: CHANNEL }],
  [`order_${reference}`, { type: 'order', reference }],
  [`${old}_DONATE`, { type: 'donate', openChannelId: CHANNEL }],
  [`${old.replace(/=+$/, '')}_DONATE`, { type: 'donate', openChannelId: CHANNEL }],
  [`${old}_9.99_30`, { type: 'subscribe', openChannelId: CHANNEL }],
  [`${old}_9d99_30`, { type: 'subscribe', openChannelId: CHANNEL }],
])('reads %s', (parameter, intent) => {
  expect(parseStartParameter(parameter)).toEqual(intent);
});

it.each([
  ['', 'nothing'],
  ['donate_1001234567890', 'a channel that lost its sign'],
  ['donate_-5', 'an id that isn’t a channel’s'],
  ['donate_-10012345678901234567', 'an id that is too long'],
  ['donate_', 'no channel'],
  ['order_short', 'a reference of another length'],
  ['%3Cscript%3E', 'characters that a link can’t hold'],
  ['aGVsbG8_DONATE', 'base64 of something else'],
  ['a'.repeat(65), 'more than 64 characters'],
])('reads nothing in %p: %s', (parameter) => {
  expect(parseStartParameter(parameter)).toBeUndefined();
});

it('returns only ids that a channel can have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const intent = parseStartParameter(text);
      if (intent && 'openChannelId' in intent) expect(String(intent.openChannelId)).toMatch(/^-100\d{1,13}$/);
    }),
  );
});

it('makes a link that opens the bot with the parameter', () => {
  expect(startLink('MyBot', `donate_${CHANNEL}`)).toBe(`https://t.me/MyBot?start=donate_${CHANNEL}`);
});
