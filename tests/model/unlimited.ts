import { jest } from '@jest/globals';

// The simulated NOWPayments bears 20 requests a second, which a thousand buyers in a minute are too many for. That it
// refuses is among the faults that are played. Imported before anything that starts it.
jest.mock('../../playground/nowpayments/api/rate-limit', () => ({
  createBucket: () => ({}),
  takeToken: () => true,
}));
