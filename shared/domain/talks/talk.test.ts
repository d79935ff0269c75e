import fc from 'fast-check';
import type { Cents, OpenChannelId, OrderReference } from '../common/ids';
import { recipientOf } from './recipient';
import { blockingSideOf, judgeMessage, judgeWriter, waitSeconds, type TalkFacts } from './talk';

const BUYER = 43;
const OWNER = 7001;
const FORMER = 7000;
const STRANGER = 99;

const FACTS: TalkFacts = {
  order: {
    reference: 'abcdefghijklmnopqrstuv' as OrderReference,
    title: 'Alpha',
    item: { kind: 'donation' },
    amountCents: 3000 as Cents,
    state: 'open',
  },
  openChannelId: -1001234567890 as OpenChannelId,
  buyer: { userId: BUYER, username: null },
  ownerId: OWNER,
  version: 1,
  isBuyerBlocked: false,
  isOwnerBlocked: false,
  isAnonymous: false,
  hasBuyerWritten: true,
  agesOfWriter: [],
  agesInChannel: [],
};
const ages = (count: number, age: number) => Array.from({ length: count }, () => age);

it.each<[string, Partial<TalkFacts>, number, string]>([
  ['the buyer', {}, BUYER, 'buyer'],
  ['the buyer first', { hasBuyerWritten: false }, BUYER, 'buyer'],
  ['the owner', {}, OWNER, 'owner'],
  ['the owner first', { hasBuyerWritten: false }, OWNER, 'not_yours'],
  ['a former owner', {}, FORMER, 'not_yours'],
  ['a stranger', {}, STRANGER, 'not_yours'],
  ['a buyer who has become the owner', { ownerId: BUYER }, BUYER, 'own_channel'],
  ['a former owner whose buyer has become the owner', { ownerId: BUYER }, FORMER, 'not_yours'],
  ['a buyer that the owner blocked', { isBuyerBlocked: true }, BUYER, 'they_blocked'],
  ['the owner who blocked the buyer', { isBuyerBlocked: true }, OWNER, 'you_blocked'],
  ['an owner that the buyer blocked', { isOwnerBlocked: true }, OWNER, 'they_blocked'],
  ['the buyer who blocked the owner', { isOwnerBlocked: true }, BUYER, 'you_blocked'],
  ['one who blocks and is blocked', { isOwnerBlocked: true, isBuyerBlocked: true }, BUYER, 'you_blocked'],
  ['a buyer’s fifth message', { agesOfWriter: ages(4, 1) }, BUYER, 'buyer'],
  ['a buyer’s sixth message within ten minutes', { agesOfWriter: ages(5, 599) }, BUYER, 'too_often'],
  ['a buyer’s sixth message after ten minutes', { agesOfWriter: ages(5, 600) }, BUYER, 'buyer'],
  ['a buyer’s message after 20 on one day', { agesOfWriter: ages(20, 86_399) }, BUYER, 'too_often'],
  ['an owner’s message after 20 on one day', { agesOfWriter: ages(20, 86_399) }, OWNER, 'owner'],
  ['an owner’s message after 20 in ten minutes', { agesOfWriter: ages(20, 1) }, OWNER, 'too_often'],
  ['a buyer’s message in a flood from many', { agesInChannel: ages(60, 3599) }, BUYER, 'too_often'],
  ['an owner’s message in a flood from many', { agesInChannel: ages(60, 3599) }, OWNER, 'owner'],
])('decides about %s', (_who, facts, userId, result) => {
  const judged = judgeWriter({ ...FACTS, ...facts }, userId);
  expect('side' in judged ? judged.side : judged.refusal.reason).toBe(result);
});

it.each<[string, Partial<TalkFacts>, number, boolean, string | undefined]>([
  ['a buyer blocks', { hasBuyerWritten: false, isAnonymous: true }, BUYER, true, 'buyer'],
  ['the owner blocks a buyer who wrote', {}, OWNER, true, 'owner'],
  [
    'the owner blocks a donor who wrote about an anonymous donation',
    { isAnonymous: true },
    OWNER,
    true,
    'owner',
  ],
  ['the owner blocks a buyer who never wrote', { hasBuyerWritten: false }, OWNER, true, undefined],
  ['the owner ends a block whose message is forgotten', { hasBuyerWritten: false }, OWNER, false, 'owner'],
  [
    'the owner guesses whose anonymous donation a block is about',
    { hasBuyerWritten: false, isAnonymous: true },
    OWNER,
    false,
    undefined,
  ],
  ['a stranger blocks', {}, STRANGER, true, undefined],
])('decides what happens if %s', (_what, facts, userId, isBlocking, side) => {
  expect(blockingSideOf({ ...FACTS, ...facts }, userId, isBlocking)).toBe(side);
});

it.each([
  ['Hello', 'buyer'],
  [' \n\u00a0', 'empty'],
  ['', 'empty'],
  [null, 'not_text'],
  ['x'.repeat(1_000), 'buyer'],
  ['x'.repeat(1_001), 'too_long'],
  ['😀'.repeat(1_000), 'buyer'],
  ['😀'.repeat(1_001), 'too_long'],
])('passes on text of at most 1,000 characters (%#)', (text, result) => {
  const judged = judgeMessage(FACTS, BUYER, text);
  expect('side' in judged ? judged.side : judged.refusal.reason).toBe(result);
});

it('says how long to wait until the oldest message that counts is too old', () => {
  const limits = [
    { most: 2, seconds: 60 },
    { most: 3, seconds: 600 },
  ];
  expect(waitSeconds([], limits)).toBe(0);
  expect(waitSeconds([1, 10.5], limits)).toBe(50);
  expect(waitSeconds([1, 70, 100], limits)).toBe(500);
  expect(waitSeconds([61, 70, 601], limits)).toBe(0);
});

const person = fc.constantFrom(BUYER, OWNER, FORMER, STRANGER);

it('never has a reader but the other side, as it is when a message is delivered', () => {
  fc.assert(
    fc.property(
      fc.record({ writerId: person, ownerId: person }),
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      (who, flags) => {
        const [isFromBuyer = false, isBuyerBlocked = false, isOwnerBlocked = false] = flags;
        const relay = { ...FACTS, ...who, relayId: '', isFromBuyer, isBuyerBlocked, isOwnerBlocked };
        const reader = recipientOf(relay);
        if (reader === undefined) return;
        expect([who.writerId, reader].sort()).toEqual([BUYER, who.ownerId].sort());
        expect(reader).not.toBe(who.writerId);
        expect(isFromBuyer ? isBuyerBlocked : isOwnerBlocked).toBe(false);
      },
    ),
  );
});
