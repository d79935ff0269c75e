import type { ClosedChannelId, OpenChannelId } from '../../../domain/common/ids';
import type { MyPlace, MySubscription } from '../../../domain/messages/offer';
import { callbackData } from '../../codec/callback-data';
import { viewOf } from '../';

const OPENS = [-1001, -1002] as OpenChannelId[];
const placesOf = (offer: number, states: readonly MyPlace['state'][]) =>
  states.map((state, index): MyPlace => {
    const chatId = (-100_000 * (offer + 1) - index) as ClosedChannelId;
    return { chatId, isMain: index === 0, title: `Place ${offer}.${index}`, kind: 'supergroup', state };
  });
const subscriptions = (...offers: (readonly MyPlace['state'][])[]) =>
  offers.map((states, offer): MySubscription => ({
    openChannelId: OPENS[offer] as OpenChannelId,
    title: `Offer ${offer}`,
    phase: 'active',
    paidUntil: Date.UTC(2026, 2, 4),
    graceHours: 0,
    kind: 'channel',
    places: placesOf(offer, states),
  }));
const shown = (...offers: (readonly MyPlace['state'][])[]) => {
  const view = viewOf({ type: 'my_subscriptions', subscriptions: subscriptions(...offers), orders: [] });
  const keys = view.keyboard?.inline_keyboard?.flat() ?? [];
  return {
    text: view.text.text,
    buttons: keys.flatMap((key) => ('callback_data' in key ? [key.callback_data] : [])),
  };
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

it.each(['in', 'out'] as const)('has a way into each offer beside one with eight places: %s', (state) => {
  const { buttons, text } = shown(times(8, state), times(2, 'out'));
  expect(buttons).toContain(callbackData.enter(OPENS[1] as OpenChannelId));
  expect(text).toContain('Place 1.0');
});

it('has a way into a place beyond those that fit, once the buyer is in the others', () => {
  const { buttons, text } = shown([...times(8, 'in' as const), 'out']);
  const [ninth] = placesOf(0, times(9, 'out')).slice(-1);
  expect(buttons).toContain(callbackData.enter(OPENS[0] as OpenChannelId, ninth?.chatId));
  expect(text).toContain('Place 0.8');
  expect(text).toContain('and 1 more');
});
