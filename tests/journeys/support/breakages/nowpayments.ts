import type { Breakage } from './breakage';

const BEHIND_THE_KEY = ['Payout coin', 'NOWPayments log-in'];

export const NOWPAYMENTS: readonly Breakage[] = [
  {
    name: 'the API key is unknown',
    code: 'nowpayments.key_refused',
    unchecked: BEHIND_THE_KEY,
    remedy: /sandbox keys go with the sandbox/,
    variables: () => ({ NOWPAYMENTS_API_KEY: 'another-key' }),
  },
  {
    name: 'NOWPayments is unreachable',
    code: 'nowpayments.unreachable',
    unchecked: BEHIND_THE_KEY,
    remedy: /status\.nowpayments\.io/,
    cause: ({ nowpayments }) => nowpayments.fault({ kind: 'html', status: 520 }),
    undo: ({ nowpayments }) => nowpayments.clearFaults(),
  },
  {
    name: 'the payout coin does not exist',
    code: 'nowpayments.payout_unknown',
    remedy: /the code of a coin in your account/,
    variables: () => ({ NOWPAYMENTS_PAYOUT_CURRENCY: 'luna' }),
  },
  {
    name: 'the payout coin is not set',
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
    name: 'nothing answers at the IPN address',
    code: 'ipn.unreachable',
    remedy: /^Check that paymentIpn is deployed/,
    variables: ({ closedPort }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: closedPort }),
  },
  {
    name: 'another function answers at the IPN address',
    code: 'ipn.elsewhere',
    remedy: /^Set NOWPAYMENTS_IPN_CALLBACK_URL to the address of paymentIpn/,
    variables: ({ functions }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: functions.health.url }),
  },
  {
    name: 'the IPN secret is wrong',
    code: 'ipn.refused',
    remedy: /^Give paymentIpn and this machine the same NOWPAYMENTS_IPN_SECRET/,
    variables: () => ({ NOWPAYMENTS_IPN_SECRET: 'the-secret-of-last-year' }),
  },
  {
    name: 'the IPN address accepts any signature',
    code: 'ipn.admits_strangers',
    remedy: /it must lead to paymentIpn itself/,
    variables: ({ alwaysOk }) => ({ NOWPAYMENTS_IPN_CALLBACK_URL: alwaysOk }),
  },
];
