import { routeUpdate } from './route-update';
import { ALLOWED_UPDATES, parseUpdate } from './update';

const USER = { id: 42, first_name: 'Dana' };
const PAYMENT = {
  currency: 'XTR',
  total_amount: 250,
  invoice_payload: 's1_payload',
  telegram_payment_charge_id: 'charge',
  provider_payment_charge_id: 'provider',
};

const route = (content: object) => {
  const update = parseUpdate({ update_id: 1, ...content });
  return update && routeUpdate(update, 'bot');
};
const message = (fields: object, chat: object = { id: 42, type: 'private' }) => ({
  message: { message_id: 7, date: 1_790_000_000, from: USER, chat, ...fields },
});

const CHARGE = {
  chargeId: 'charge',
  userId: 42,
  stars: 250,
  payload: 's1_payload',
  paidAt: 1_790_000_000_000,
  providerChargeId: 'provider',
  isRecurring: false,
  isFirstRecurring: false,
  subscriptionUntil: null,
};

it('reads a payment, whatever the chat', () => {
  expect(route(message({ successful_payment: PAYMENT }))).toEqual({ type: 'star_charge', charge: CHARGE });
  const group = { id: -1001234567890, type: 'supergroup', title: 'Talk' };
  expect(route(message({ successful_payment: PAYMENT }, group))).toEqual({
    type: 'star_charge',
    charge: CHARGE,
  });
});

it('reads the flags and the end of a subscription', () => {
  const recurring = {
    is_recurring: true,
    is_first_recurring: true,
    subscription_expiration_date: 1_792_592_000,
  };
  expect(route(message({ successful_payment: { ...PAYMENT, ...recurring } }))).toEqual({
    type: 'star_charge',
    charge: { ...CHARGE, isRecurring: true, isFirstRecurring: true, subscriptionUntil: 1_792_592_000_000 },
  });
});

it('reads a refund as one of the user whose chat it is in', () => {
  const from = { id: 8, is_bot: true, first_name: 'Bot' };
  expect(route(message({ refunded_payment: PAYMENT, from }))).toEqual({
    type: 'star_refund',
    refund: { chargeId: 'charge', userId: 42, stars: 250, payload: 's1_payload' },
  });
});

it('reads what becomes of a renewal, and asks Telegram for it', () => {
  const subscription = { user: USER, invoice_payload: 's1_payload', state: 'failed' };
  expect(route({ subscription })).toEqual({
    type: 'star_renewal',
    report: { userId: 42, payload: 's1_payload', state: 'failed' },
  });
  expect(ALLOWED_UPDATES).toContain('subscription');
});

it.each([
  message({ successful_payment: { ...PAYMENT, currency: 'USD' } }),
  message({ successful_payment: { ...PAYMENT, total_amount: 2 ** 31 } }),
  message({ successful_payment: { ...PAYMENT, total_amount: 2.5 } }),
  message({ successful_payment: { ...PAYMENT, telegram_payment_charge_id: '' } }),
  message({ successful_payment: { ...PAYMENT, invoice_payload: 'x'.repeat(129) } }),
  message({ successful_payment: { ...PAYMENT, subscription_expiration_date: 'soon' } }),
  message({ refunded_payment: { ...PAYMENT, total_amount: -1 } }),
  { subscription: { user: USER, invoice_payload: 's1_payload', state: 'paused' } },
])('does not read what it may not lose: %j', (content) => {
  expect(route(content)).toBeUndefined();
});
