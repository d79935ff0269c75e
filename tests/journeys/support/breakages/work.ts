import { eventually } from '../eventually';
import { askFor } from '../chat';
import { newDonor } from '../people';
import { sql, type Breakage } from './breakage';

export const HISTORY: readonly Breakage[] = [
  {
    name: 'no IPN arrived for a payment',
    code: 'ipn.silent',
    remedy: /see that an IPN secret is set, that it is NOWPAYMENTS_IPN_SECRET/,
    cause: async (world) => {
      const donor = newDonor(world);
      const { invoiceId, reference } = await askFor(world, donor);
      await world.nowpayments.pay(invoiceId, { scenario: 'ipn_dropped' });
      await world.database`update outbox set due_at = app_now() where kind = 'reconcile_order'`;
      await world.tick();
      await eventually(async () => {
        const [order] = await world.database`select state from orders where reference = ${reference}`;
        return order?.['state'] === 'settled';
      });
    },
    undo: sql(`update orders set settled_at = settled_at - interval '8 days'`),
  },
  {
    name: 'money arrived for an unknown order',
    code: 'payments.orphaned',
    severity: 'warning',
    remedy: /Look each up at NOWPayments/,
    cause: ({ nowpayments, functions }) =>
      nowpayments.sendIpn(
        { payment_id: 5_111_111_111, payment_status: 'waiting', order_id: 'PGP-1|-1001|of-another-shop' },
        { url: functions.paymentIpn.url },
      ),
    undo: sql(`update payments set first_seen_at = first_seen_at - interval '8 days'`),
  },
];

export const WORK: readonly Breakage[] = [
  {
    name: 'removals are switched off for all channels',
    code: 'removals.switched',
    severity: 'warning',
    remedy: /npm run channels -- removals on --all/,
    cause: sql(`update removals_switch set removals = 'off'`),
    undo: sql(`update removals_switch set removals = 'on'`),
  },
  {
    name: 'the brake holds removals',
    code: 'removals.braked',
    severity: 'warning',
    remedy: /^If they should not leave, run npm run channels -- removals off --all/,
    cause: sql(`insert into removal_brakes (open_channel_id, booked_until)
      select open_channel_id, app_now() + interval '1 hour' from channels`),
    undo: sql('delete from removal_brakes'),
  },
  {
    name: 'nothing answers at the worker’s address',
    code: 'worker.unreachable',
    remedy: /^Check that worker is deployed and that WORKER_URL is its address/,
    variables: ({ closedPort }) => ({ WORKER_URL: closedPort }),
  },
  {
    name: 'the worker knows another signing secret',
    code: 'worker.refused',
    remedy: /the same WEBHOOK_SIGNING_SECRET/,
    variables: () => ({ WEBHOOK_SIGNING_SECRET: 'a-secret-of-last-year' }),
  },
  {
    name: 'nothing answers at the address of health',
    code: 'health.unreachable',
    remedy: /HEALTH_URL is its address/,
    variables: ({ closedPort }) => ({ HEALTH_URL: closedPort }),
  },
  {
    name: 'health knows another key of /status',
    code: 'health.refused',
    remedy: /^Deploy again, so that health gets the key/,
    variables: ({ closedStatus }) => ({ HEALTH_URL: closedStatus }),
  },
  {
    name: 'the worker was not called for a while',
    code: 'outbox.late',
    remedy: /Cloud Scheduler/,
    cause:
      sql(`insert into outbox (kind, payload, idempotency_key, due_at, expires_at) values ('expire_keypad',
      '{"kind": "expire_keypad", "keypadId": "00000000-0000-4000-8000-000000000000"}', 'breakage:late',
      app_now() - interval '10 minutes', app_now() + interval '1 day')`),
    undo: sql(`delete from outbox where idempotency_key = 'breakage:late'`),
  },
  {
    name: 'a promise was given up',
    code: 'outbox.given_up',
    severity: 'warning',
    remedy: /npm run replay -- outbox \d+/,
    cause:
      sql(`insert into outbox (kind, payload, idempotency_key, expires_at, failed_at) values ('create_invoice',
      '{}', 'breakage:failed', app_now() + interval '1 day', app_now())`),
    undo: sql(`delete from outbox where idempotency_key = 'breakage:failed'`),
  },
  {
    name: 'an update was put aside',
    code: 'inbox.put_aside',
    severity: 'warning',
    remedy: /inbox\.payload/,
    cause: sql(`insert into inbox (source, delivery_id, outcome) values ('telegram', 'breakage', 'parked')`),
    undo: sql(`delete from inbox where delivery_id = 'breakage'`),
  },
];
