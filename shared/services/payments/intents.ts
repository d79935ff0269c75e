import type { IntentRows } from '../common/intent-row';
import { buyTier, enterChannel, showChannels, showMySubscriptions, showStory } from './answer-offer';
import { cancelOrderFor, showOrder } from './answer-order';
import { showChannel } from './channel-page';
import { decideOddPayment } from './decide-odd-payment';
import { chooseOtherWay, payByChosenWay, payOrder } from './pay-order';

export const paymentIntents = {
  show_channels: showChannels,
  show_channel: showChannel,
  my_subscriptions: showMySubscriptions,
  buy: buyTier,
  enter: enterChannel,
  show_order: showOrder,
  show_story: showStory,
  cancel_order: cancelOrderFor,
  pay_order: payOrder,
  pay_by: payByChosenWay,
  choose_way: chooseOtherWay,
  decide_case: decideOddPayment,
} satisfies IntentRows;
