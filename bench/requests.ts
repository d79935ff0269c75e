import { formatOrderId } from '../shared/domain/payments/order-id';
import type { OpenChannelId, OrderReference, UserId } from '../shared/domain/common/ids';
import { keypadKeyboard, NOTHING_CHOSEN } from '../shared/telegram/views/donations/keypad';
import { wordingIn } from '../shared/telegram/views/wording';

export const CHANNEL_ID = -1001234567890 as OpenChannelId;
export const KEYPADS = 4_000;
export const AMOUNT_CENTS = 2_500;
const FIRST_UPDATE_ID = 700_000_000;
const FIRST_USER_ID = 1_000_000;
const FIRST_PAYMENT_ID = 5_000_000_000;
export const PAYERS = 1_000;

export interface Tapped {
  readonly userId: number;
  readonly messageId: number;
}

/** The prepared keypad with a number from 0 to `KEYPADS` - 1: its user, and the message that shows it. */
export const keypadAt = (number: number): Tapped => ({
  userId: FIRST_USER_ID + number,
  messageId: 100 + number,
});

/**
 * The tap with this number. Successive taps press different keypads, so no two wait for the same row. Each keypad gets `5`,
 * `←`, `5`, `←` …, so every tap changes what the keypad shows and causes both calls to the Bot API.
 */
export function tapUpdate(index: number) {
  const { userId, messageId } = keypadAt(index % KEYPADS);
  const isDigit = Math.floor(index / KEYPADS) % 2 === 0;
  const chat = { id: userId, first_name: 'Dana', username: 'dana', type: 'private' };
  return {
    update_id: FIRST_UPDATE_ID + index,
    callback_query: {
      id: String(4_382_000_000_000_000_000n + BigInt(index)),
      from: { id: userId, is_bot: false, first_name: 'Dana', username: 'dana', language_code: 'en' },
      message: {
        message_id: messageId,
        from: { id: 8_100_200_300, is_bot: true, first_name: 'TelePay', username: 'TelePayDemoBot' },
        chat,
        date: 1_767_000_000,
        text: '💝 Donate to Alpha Signals\nThese notes are free. If they helped you, you can help back.',
        entities: [{ offset: 0, length: 26, type: 'bold' }],
        reply_markup: keypadKeyboard({ entry: isDigit ? '' : '5', choices: NOTHING_CHOSEN }, wordingIn('en')),
      },
      chat_instance: '-3141592653589793238',
      data: isDigit ? 'donate_digit_5' : 'donate_backspace',
    },
  };
}

/** The reference of the order with this number, padded to the 22 characters that a reference has. */
export const referenceAt = (index: number) => String(index).padStart(22, '0') as OrderReference;
export const payerAt = (index: number) => (FIRST_USER_ID + (index % PAYERS)) as UserId;

/** The `finished` IPN of the order with this number, with sorted keys, as NOWPayments sends them. */
export function finishedIpn(index: number) {
  const parts = { userId: payerAt(index), openChannelId: CHANNEL_ID, reference: referenceAt(index) };
  return {
    actually_paid: 0.05716941,
    actually_paid_at_fiat: 0,
    fee: { currency: 'usdttrc20', depositFee: 0.034133, serviceFee: 0.04883, withdrawalFee: 0 },
    invoice_id: FIRST_PAYMENT_ID + index,
    order_description: 'Donation to Alpha Signals',
    order_id: formatOrderId(parts).orderId,
    outcome_amount: 24.812,
    outcome_currency: 'usdttrc20',
    parent_payment_id: null,
    pay_address: 'MEEim9nyiAWcDbMAqVZj6tE5xktqbSDrCJ',
    pay_amount: 0.05716941,
    pay_currency: 'ltc',
    payin_extra_id: null,
    payment_extra_ids: null,
    payment_id: FIRST_PAYMENT_ID + index,
    payment_status: 'finished',
    price_amount: AMOUNT_CENTS / 100,
    price_currency: 'usd',
    purchase_id: '6105448077',
    updated_at: 1_774_390_831_880,
  };
}
