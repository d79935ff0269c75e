import type { OpenChannelId, OrderReference, UserId } from '../../domain/common/ids';
import { LANGUAGES, type Language } from '../../domain/common/language';
import { OWNER_ACTIONS } from '../../domain/owner/owner-actions';
import type { PersonalTopic } from '../../domain/common/personal-data';
import { formatOrderId } from '../../domain/payments/order-id';
import { viewOf } from './index';
import { PERSONAL_TOPICS, personalDataInWords } from './privacy';
import { wordingIn } from './wording';

it.each(LANGUAGES)('says in %s of everything stored why, for how long and who sees it', (language) => {
  const { text } = viewOf({ type: 'privacy' }, language).text;
  for (const topic of PERSONAL_TOPICS)
    for (const part of Object.values(personalDataInWords(topic, wordingIn(language))))
      expect(text).toContain(part.text);
});

const REFERENCE = 'Order-reference_22char' as OrderReference;
const inEnglish = (topic: PersonalTopic) => personalDataInWords(topic, wordingIn('en'));
const ofOrders = (language: Language) => personalDataInWords('orders', wordingIn(language)).what.text;

it.each<[Language, RegExp]>([
  ['en', /your note to the owner/],
  ['ru', /ваш комментарий владельцу/],
  ['es', /tu nota al propietario/],
  ['pt-br', /seu recado ao dono/],
  ['de', /deine Notiz an den Inhaber/],
  ['fa', /یادداشتتان برای مالک/],
])('says in %s that the owner gets the note and NOWPayments the Telegram id', (language, note) => {
  const userId = 881_234 as UserId;
  const openChannelId = -1001234567890 as OpenChannelId;
  const { orderId } = formatOrderId({ userId, openChannelId, reference: REFERENCE });
  expect(orderId).toContain(`${userId}|${openChannelId}`);
  expect(ofOrders(language)).toMatch(note);
  expect(ofOrders(language)).toMatch(/NOWPayments.*(?:Telegram|تلگرام)/);
});

it('tells that viewers of a team see and download what is about members and orders', () => {
  const [members, orders, exports] = [OWNER_ACTIONS.members, OWNER_ACTIONS.orders, OWNER_ACTIONS.export];
  for (const { least } of [members, orders, exports]) expect(least).toBe('read_only');
  for (const topic of ['account', 'orders', 'access'] as const)
    expect(inEnglish(topic).seen.text).toMatch(/teams?\b/);
});

it('tells that a message between two people is seen by them alone, and deleted with its order', () => {
  const { kept, seen } = inEnglish('talks');
  expect([kept.text, seen.text]).toEqual(['Deleted after 90 days at most.', 'Only the two of you see it.']);
});

it.each(LANGUAGES)('says in %s how to reach someone with a question', (language) => {
  expect(viewOf({ type: 'privacy' }, language).text.text.split('\n').at(-1)).toContain('/paysupport');
});

it('is named in the terms', () => {
  expect(viewOf({ type: 'terms' }).text.text).toContain('/privacy');
});
