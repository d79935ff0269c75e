import { jest } from '@jest/globals';

// The simulated NOWPayments allows 20 requests a second, too few for a thousand buyers in a minute. Refusals by rate are
// among the injected faults anyway. Import this file before any that starts the simulator.
jest.mock('../../playground/nowpayments/api/rate-limit', () => ({
  createBucket: () => ({}),
  takeToken: () => true,
}));
