import type { Breakage } from './breakage';

const BEHIND_THE_KEY = ['Payout coin', 'NOWPayments log-in'];

export const NOWPAYMENTS: readonly Breakage[] = [
  {
    name: 'the API key is not known',
    code: 'nowpayments.key_refused',
    unchecked: BEHIND_THE_KEY,
    remedy: /sandbox keys go with the sandbox/,
    variables: () => ({ NOWPAYMENTS_API_KEY: 'another-key' }),
  },
  {
    name: 'NOWPayments is away',
    code: 'nowpayments.unreachable',
    unchecked: BEHIND_THE_KEY,
    remedy: /status\.nowpayments\.io/,
    hurt: ({ nowpayments }) => nowpayments.fault({ kind: 'html', status: 520 }),
    heal: ({ nowpayments }) => nowpayments.clearFaults(),
  },
  {
    name: 'the payout coin does not exist',
    code: 'nowpayments.payout_unknown',
    remedy: /the code of a coin in your account/,
    variables: () => ({ NOWPAYMENTS_PAYOUT_CURRENCY: 'luna' }),
  },
  {
    name: 'the payout coin is not said',
    code: 'nowpayments.payout_unset',
    severity: 'warning',
    remedy: /the coin you are paid out in/,
    variables: () => ({ NOWPAYMENTS_PAYOUT_CURRENCY: '' }),
  },
  {
    name: 'the log-in is wrong',
    code: 'nowpayments.login_refused',
    remedy: /upper and lower case count/,
    variables: () => ({ NOWPAYMENTS_PASSWORD: 'correct-horse-9' }),
  },
  {
    name: 'the IPN address is not encrypted',
    code: 'ipn.address',
    unchecked: ['IPNs come in'],
    remedy: /https address of paymentIpn/,
    variables: () => ({ NOWPAYMENTS_IPN_CALLBACK_URL: 'http://pay.example.org/' }),
  },
  {
    name: 'nobody answers at the IPN address',
    code: 'ipn.unreachable',
    remedy: /^Check that paymentIpn is deployed/,
    variables: ({ nobody }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: nobody }),
  },
  {
    name: 'another function answers at the IPN address',
    code: 'ipn.elsewhere',
    remedy: /^Set NOWPAYMENTS_IPN_CALLBACK_URL to the address of paymentIpn/,
    variables: ({ functions }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: functions.health.url }),
  },
  {
    name: 'the IPN secret is another',
    code: 'ipn.refused',
    remedy: /^Give paymentIpn and this machine the same NOWPAYMENTS_IPN_SECRET/,
    variables: () => ({ NOWPAYMENTS_IPN_SECRET: 'the-secret-of-last-year' }),
  },
  {
    name: 'anybody can send IPNs',
    code: 'ipn.admits_strangers',
    remedy: /it must lead to paymentIpn itself/,
    variables: ({ yesSayer }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: yesSayer }),
  },
];
