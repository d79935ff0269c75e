import type { Cents, OpenChannelId } from '../common/ids';
import type { AccessMessage } from './access';
import type { OfferMessage } from './offer';
import type { OwnerMessage } from './owner';
import type { MoneyMessage } from './payments';

/**
 * Everything the bot ever says, as data: decided here, worded in `telegram/`. It is stored in the outbox until it was
 * said, so it holds all that its wording needs.
 */
export type Message =
  | { readonly type: 'welcome' }
  | { readonly type: 'help' }
  | { readonly type: 'pay_support' }
  | { readonly type: 'terms' }
  | { readonly type: 'not_understood' }
  | { readonly type: 'link_not_understood' }
  | { readonly type: 'channel_unknown' }
  /** Its owner takes nothing for it at the moment. */
  | { readonly type: 'channel_paused' }
  | OfferMessage
  | MoneyMessage
  | AccessMessage
  | OwnerMessage
  | {
      readonly type: 'keypad';
      readonly title: string;
      readonly donationMessage: string;
    }
  | {
      readonly type: 'keypad_confirmed';
      readonly title: string;
      readonly amountCents: Cents;
      /** The invoice, where it is there already. */
      readonly invoiceUrl: string | null;
    }
  | { readonly type: 'keypad_cancelled' }
  | { readonly type: 'keypad_expired'; readonly openChannelId: OpenChannelId }
  | {
      readonly type: 'donate_post';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly donationMessage: string;
    };
