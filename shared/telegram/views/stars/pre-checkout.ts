import type { Language } from '../../../domain/common/language';
import type { PreCheckoutRefusal } from '../../../domain/stars/decide-pre-checkout';
import type { WordingKey } from '../../catalog';
import { wordingIn } from '../wording';

/** Telegram shows these as they are, in place of the payment. They are plain text. */
const REFUSAL_KEYS: Readonly<Record<PreCheckoutRefusal, WordingKey>> = {
  unknown: 'checkout-unknown',
  other_payer: 'checkout-other-payer',
  paid: 'checkout-paid',
  closed: 'checkout-closed',
  wrong_price: 'checkout-wrong-price',
  part_paid: 'checkout-part-paid',
  under_way: 'checkout-under-way',
  bought: 'checkout-bought',
  banned: 'checkout-banned',
  for_ever: 'checkout-for-ever',
  renewing: 'checkout-renewing',
  paused: 'checkout-paused',
  stopped: 'checkout-stopped',
  switched_off: 'checkout-switched-off',
  too_fast: 'checkout-too-fast',
  unreadable: 'checkout-unreadable',
  unchecked: 'checkout-unchecked',
};

/** Words why a buyer can't pay. */
export const refusalWords = (refusal: PreCheckoutRefusal, language: Language): string =>
  wordingIn(language).text(REFUSAL_KEYS[refusal]);
