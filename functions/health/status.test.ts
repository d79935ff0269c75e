import { withFieldNames } from './status';

it('names fields at every depth twice, and what is keyed by a name of ours once', () => {
  expect(
    withFieldNames({
      telegram: { isSet: true, lastErrorSeconds: null },
      alarms: [{ name: 'outbox_age', raisedAt: 1 }],
      functions: { paymentIpn: { requests: 1, lastHour: { requests: 0 } } },
    }),
  ).toEqual({
    telegram: { is_set: true, isSet: true, last_error_seconds: null, lastErrorSeconds: null },
    alarms: [{ name: 'outbox_age', raised_at: 1, raisedAt: 1 }],
    functions: { paymentIpn: { requests: 1, last_hour: { requests: 0 }, lastHour: { requests: 0 } } },
  });
});
