import { NowpaymentsError } from '../../shared/nowpayments/nowpayments-error';
import { describeAsked } from './replay-ask';

const found = { state: 'open', asked: 3, left: 0, failed: 0, failure: undefined } as const;
const failure = new NowpaymentsError({ endpoint: 'GET payment/1', status: 429, retryable: true });

test.each([
  [found, 'The order is open. Payments asked about: 3.'],
  [
    { ...found, asked: 50, left: 550, failed: 1, failure },
    'The order is open. Payments asked about: 50. Not answered: 1. Not asked yet: 550. NOWPayments: GET payment/1: 429. Run the command again later.',
  ],
])('reports to the operator what was asked', (given, text) => expect(describeAsked(given)).toBe(text));
