import type { Cents, OpenChannelId } from '../common/ids';
import type { KeypadChoices } from '../donations/choices';
import type { AccessMessage } from './access';
import type { OfferMessage } from './offer';
import type { OwnerMessage } from './owner';
import type { CaseClockMessage } from './case-clock';
import type { CaseMessage } from './cases';
import type { MoneyMessage } from './payments';
import type { RenewalMessage } from '../stars/renewal-message';
import type { TalkMessage } from './talks';

/**
 * Everything that the bot says, as data: decided here, worded in `telegram/`. The outbox stores it until it was sent,
 * so it holds everything that the wording needs.
 */
export type Message =
  /** `botUsername` is absent in rows of the previous release. */
  | { readonly type: 'welcome'; readonly botUsername?: string }
  /** Without a word about selling if the reader may not set up channels. Absent: they may. */
  | { readonly type: 'help'; readonly maySetUp?: boolean }
  /** Here and below: says what holds for Stars if the operator takes any. Absent: they don't. */
  | { readonly type: 'pay_support'; readonly takesStars?: boolean }
  | { readonly type: 'terms'; readonly takesStars?: boolean }
  /** What is stored about the reader. */
  | { readonly type: 'privacy'; readonly takesStars?: boolean }
  /** Lets the reader choose their language. */
  | { readonly type: 'language_page' }
  | { readonly type: 'not_understood' }
  | { readonly type: 'link_not_understood' }
  | { readonly type: 'channel_unknown' }
  /** Its owner has paused sales. */
  | { readonly type: 'channel_paused' }
  /** No coin is switched on, so nothing can be paid. */
  | { readonly type: 'payments_off' }
  /** Tells an owner about that. */
  | { readonly type: 'no_coin_on' }
  | OfferMessage
  | MoneyMessage
  | CaseMessage
  | CaseClockMessage
  | AccessMessage
  | RenewalMessage
  | TalkMessage
  | OwnerMessage
  | {
      readonly type: 'keypad';
      readonly title: string;
      readonly donationMessage: string;
      /** The least amount that can be paid. `null`, or absent in what an older version stored: it isn't known. */
      readonly leastCents?: Cents | null;
      /** Absent, here and below: nothing was typed or chosen yet. */
      readonly entry?: string;
      readonly choices?: KeypadChoices;
      /** The donor is asked how to give (`inStars` is `null`), or how many Stars. Absent: how many dollars. */
      readonly starKeypad?: {
        readonly presets: readonly number[];
        readonly inStars: true | null;
        /** Crypto can be given instead. Absent: it can't. */
        readonly mayBeCrypto?: boolean;
      };
      /** The donor is asked to type a note. */
      readonly isNoteAsked?: true;
      /** The characters of the note that was just sent, if those are too many. */
      readonly refusedLength?: number;
    }
  | {
      readonly type: 'keypad_confirmed';
      readonly title: string;
      readonly amountCents: Cents;
      /** Absent or `null`: it isn't in Stars. */
      readonly priceStars?: number | null;
      /** The invoice, if it exists already. */
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

/** The message of one type. */
export type MessageOf<Type extends Message['type']> = Extract<Message, { type: Type }>;
