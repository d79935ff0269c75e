import { WAYS_TO_PAY } from '../../domain/payments/invoices/ways-to-pay';
import fc from 'fast-check';
import type { ClosedChannelId, OpenChannelId, OrderReference } from '../../domain/common/ids';
import { LANGUAGES } from '../../domain/common/language';
import { DONOR_CHOICES } from '../../domain/donations/choices';
import { KEYS } from '../../domain/donations/keypad';
import { PRESET_KEYS } from '../../domain/donations/presets';
import type { Role } from '../../domain/common/roles';
import { OWNER_ACTIONS, type OwnerActionName } from '../../domain/owner/owner-actions';
import { SET_UP_STEPS } from '../../domain/owner/set-up';
import { callbackData, parseCallbackData, type ButtonIntent } from './callback-data';

const LONGEST = -1009999999999999 as OpenChannelId;
const channel = fc
  .integer({ min: 0, max: 9_999_999_999_999 })
  .map((n) => Number(`-100${n}`) as OpenChannelId);
const reference = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/).map((text) => text as OrderReference);
const userId = fc.integer({ min: 1, max: 2 ** 52 });
const paymentId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const key = fc.constantFrom(
  ...KEYS,
  ...PRESET_KEYS,
  'backspace' as const,
  'clear' as const,
  'confirm' as const,
);
const decision = fc.constantFrom('accept' as const, 'credit' as const, 'refund' as const);
const position = fc.integer({ min: 1, max: 10 });
const page = fc.integer({ min: 1, max: 999_999 });
const ownerAction = fc.constantFrom(...(Object.keys(OWNER_ACTIONS) as OwnerActionName[]));

type Intents = { readonly [Type in ButtonIntent['type']]: fc.Arbitrary<readonly [string, object]> };

/** For each kind of button: pairs of the data that we write and the intent that reading it must return. */
const BUTTONS: Intents = {
  tap: key.map((of) => [callbackData.key(of), { type: 'tap', key: of }]),
  donor_choice: fc
    .constantFrom(...DONOR_CHOICES)
    .map((choice) => [callbackData.donorChoice(choice), { type: 'donor_choice', choice }]),
  give_stars: fc
    .integer({ min: 1, max: 20 })
    .map((place) => [callbackData.giveStars(place), { type: 'give_stars', place }]),
  look: fc.constantFrom(callbackData.display, 'page_info').map((data) => [data, { type: 'look' }]),
  donate: channel.map((id) => [callbackData.donate(id), { type: 'donate', openChannelId: id }]),
  show_channels: page.map((n) => [callbackData.channels(n), { type: 'show_channels', page: n }]),
  show_channel: channel.map((id) => [callbackData.channel(id), { type: 'show_channel', openChannelId: id }]),
  show_offer: channel.map((id) => [callbackData.offer(id), { type: 'show_offer', openChannelId: id }]),
  buy: fc.tuple(channel, position, fc.boolean()).map(([id, n, isFromScratch]) => {
    const intent = { type: 'buy', openChannelId: id, position: n };
    return isFromScratch
      ? [callbackData.buyFromScratch(id, n), { ...intent, isFromScratch }]
      : [callbackData.buy(id, n), intent];
  }),
  ask_end_renewal: channel.map((id) => [
    callbackData.askEndRenewal(id),
    { type: 'ask_end_renewal', openChannelId: id },
  ]),
  end_my_renewal: channel.map((id) => [
    callbackData.endRenewal(id),
    { type: 'end_my_renewal', openChannelId: id },
  ]),
  pay_order: reference.map((of) => [callbackData.payOrder(of), { type: 'pay_order', reference: of }]),
  pay_by: fc
    .tuple(fc.constantFrom(...WAYS_TO_PAY), reference)
    .map(([way, of]) => [callbackData.payBy(way, of), { type: 'pay_by', way, reference: of }]),
  choose_way: reference.map((of) => [callbackData.otherWay(of), { type: 'choose_way', reference: of }]),
  cancel_order: reference.map((of) => [
    callbackData.cancelOrder(of),
    { type: 'cancel_order', reference: of },
  ]),
  show_story: reference.map((of) => [callbackData.story(of), { type: 'show_story', reference: of }]),
  choose_talk: fc.constant([callbackData.chooseTalk, { type: 'choose_talk' }]),
  cancel_talk: fc.constant([callbackData.cancelTalk, { type: 'cancel_talk' }]),
  open_talk: reference.map((of) => [callbackData.talk(of), { type: 'open_talk', reference: of }]),
  block_talk: fc.tuple(reference, fc.boolean()).map(([of, isBlocking]) => {
    const data = isBlocking ? callbackData.blockTalk(of) : callbackData.unblockTalk(of);
    return [data, { type: 'block_talk', reference: of, isBlocking }];
  }),
  enter: fc
    .tuple(channel, fc.option(channel, { nil: undefined }))
    .map(([id, chatId]) => [
      callbackData.enter(id, chatId as ClosedChannelId | undefined),
      { type: 'enter', openChannelId: id, ...(chatId !== undefined && { chatId }) },
    ]),
  my_subscriptions: fc.constantFrom<readonly [string, object]>(
    [callbackData.mySubscriptions, { type: 'my_subscriptions' }],
    [callbackData.backToSubscriptions, { type: 'my_subscriptions', isInPlace: true }],
  ),
  decide_case: fc.tuple(decision, paymentId).map(([of, id]) => {
    const days = of === 'credit' ? { days: id % 100 } : {};
    const data = callbackData.decide({ decision: of, ...days }, id);
    return [data, { type: 'decide_case', paymentId: id, decision: of, ...days }];
  }),
  remove_protected: fc
    .tuple(channel, userId, fc.option(channel, { nil: undefined }))
    .map(([openChannelId, user, chatId]) => [
      callbackData.removeProtected(openChannelId, user, chatId as ClosedChannelId | undefined),
      { type: 'remove_protected', openChannelId, userId: user, ...(chatId !== undefined && { chatId }) },
    ]),
  release_brake: channel.map((id) => [
    callbackData.releaseBrake(id),
    { type: 'release_brake', openChannelId: id },
  ]),
  stop_removals: channel.map((id) => [
    callbackData.stopRemovals(id),
    { type: 'stop_removals', openChannelId: id },
  ]),
  choose_language: fc
    .constantFrom(...LANGUAGES)
    .map((language) => [callbackData.language(language), { type: 'choose_language', language }]),
  open_set_up: fc.constant([callbackData.openSetUp, { type: 'open_set_up' }]),
  postpone_set_up: fc.constant([callbackData.postponeSetUp, { type: 'postpone_set_up' }]),
  cancel_set_up: fc.constant([callbackData.cancelSetUp, { type: 'cancel_set_up' }]),
  set_up: fc
    .tuple(fc.constantFrom(...SET_UP_STEPS), fc.stringMatching(/^-?[a-z0-9]{1,20}$/))
    .map(([step, choice]) => [callbackData.setUp(step, choice), { type: 'set_up', step, choice }]),
  claim: fc
    .tuple(channel, fc.boolean())
    .map(([id, isConfirmed]) => [
      isConfirmed ? callbackData.claimNow(id) : callbackData.claim(id),
      { type: 'claim', openChannelId: id, isConfirmed },
    ]),
  my_channels: fc
    .tuple(ownerAction, page)
    .map(([action, n]) => [callbackData.myChannels(action, n), { type: 'my_channels', action, page: n }]),
  own: fc.tuple(ownerAction, channel).chain(([action, openChannelId]) => {
    const { argument: pattern }: { least: Role; argument?: RegExp } = OWNER_ACTIONS[action];
    const written = (argument?: string): readonly [string, object] => [
      callbackData.own(action, openChannelId, argument),
      { type: 'own', action, openChannelId, ...(argument !== undefined && { argument }) },
    ];
    return pattern === undefined
      ? fc.constant(written())
      : fc.stringMatching(pattern).map((argument) => written(argument === '' ? undefined : argument));
  }),
};

it.each(Object.entries(BUTTONS))('reads the data that it writes, at most 64 bytes: %s', (_, written) => {
  fc.assert(
    fc.property(written, ([data, intent]) => {
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(parseCallbackData(data)).toEqual(intent);
    }),
  );
});

it.each([
  ['donate_digit_.', { type: 'tap', key: '.' }],
  ['donate_noop', { type: 'look' }],
  ['page_info', { type: 'look' }],
  ['back_to_channels', { type: 'show_channels', page: 1 }],
  ['channels_page_3', { type: 'show_channels', page: 3 }],
  [`channel_${LONGEST}`, { type: 'show_channel', openChannelId: LONGEST }],
  [`sub_tier_${LONGEST}_10`, { type: 'buy', openChannelId: LONGEST, position: 10 }],
  ['payment_cancel', { type: 'cancel_order', reference: null }],
])('reads %s on an old message', (data, intent) => {
  expect(parseCallbackData(data)).toEqual(intent);
});

it.each([
  '',
  '__proto__',
  'constructor',
  'donate_digit_10',
  'donate_start_1001234567890',
  'channel_',
  'channel_1001234567890',
  'channel_-5',
  'channel_-1001234567890 ',
  'channel_-10099999999999999',
  'channels_page_0',
  'channels_page_-1',
  'channels_page_01',
  'channels_page_1e3',
  'channels_page_1000000',
  'sub_tier_-1001234567890',
  'sub_tier_-1001234567890_0',
  'sub_tier_-1001234567890_11',
  'sub_tier_-1001234567890_1_1',
  'sub_tier_1',
  'sub_scratch_-1001234567890_11',
  'order_pay_short',
  'payment_cancel_',
  'payment_cancel_short',
  'order_story_AAAAAAAAAAAAAAAAAAAAAA!',
  'enter_',
  'case_accept_',
  'case_accept_0',
  'case_accept_9007199254740993',
  'case_steal_5',
  'member_remove_-1001234567890',
  'member_remove_-1001234567890_0',
  'member_remove_-1001234567890_4503599627370497',
  'member_remove_-1001234567890_5_5',
  'member_out_-1001234567890_5',
  'member_out_-1001234567890_5_-1001234567890_5',
  'enter_-1001234567890_5',
  'enter_-1001234567890_-1001234567890_5',
  'removals_release_5',
  'removals_off_',
  'own_',
  'own_menu',
  'own_menu_-1001234567890_1',
  'own_menu_1001234567890',
  'own_edit_-1001234567890',
  'own_edit_-1001234567890_',
  'own_edit_-1001234567890_a b',
  'own_edit_-1001234567890_title\n',
  'own_constructor_-1001234567890',
  'mine_menu_0',
  'mine_menu_1_1',
  'mine_steal_1',
])('reads nothing in %p', (data) => {
  expect(parseCallbackData(data)).toBeUndefined();
});

it('never throws', () => {
  const beginnings = fc.constantFrom(
    'channel_',
    'sub_tier_',
    'case_credit_',
    'member_remove_',
    'member_out_',
    'order_story_',
  );
  const data = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(beginnings, fc.string()).map((parts) => parts.join('')),
  );
  fc.assert(fc.property(data, (text) => expect(() => parseCallbackData(text)).not.toThrow()));
});
