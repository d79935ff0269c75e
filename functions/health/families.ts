import { REMOVALS } from '../../shared/domain/common/channel';
import { ALARMS } from '../../shared/domain/operations/alarms';
import type { Family } from './exposition';
import { counter, each, gauge, one } from './make-family';
import { starFamilies } from './star-families';
import type { Status } from './status';

const ofInstance = ({ service, version, instance, schema }: Status): Family[] => [
  gauge('build_info', 'Service and revision of this instance; always 1.', [
    { labels: { service, version }, value: 1 },
  ]),
  gauge('schema_version', 'Newest migration that the database has, and that this code needs.', [
    ...each('which', Object.entries(schema)),
  ]),
  gauge('instance_uptime_seconds', 'Age of this instance.', one(instance.uptime_seconds)),
  counter('instance_requests', 'Requests that this instance has answered.', one(instance.requests)),
  counter('instance_errors', 'Of these, answered with 5xx.', one(instance.errors)),
  counter('instance_refused', 'Of these, answered with 401 or 403.', one(instance.refused)),
  gauge('instance_pool_connections', 'Connections of this instance to the database.', [
    ...each('state', [
      ['in_use', instance.pool.inUse],
      ['idle', instance.pool.idle],
    ]),
  ]),
  gauge('instance_pool_waiting', 'Requests waiting for a connection.', one(instance.pool.waiting)),
];

function ofFunctions({ functions, product }: Status): Family[] {
  const of = (counted: 'requests' | 'errors' | 'refused') =>
    each(
      'function',
      Object.entries(functions).map(([target, counts]) => [target, counts[counted]] as const),
    );
  return [
    counter('requests', 'Requests answered by all instances of a function.', of('requests')),
    counter('errors', 'Of these, answered with 5xx.', of('errors')),
    counter('refused', 'Of these, answered with 401 or 403.', of('refused')),
    counter('ipn_signature_refused', 'IPNs signed with another secret.', one(product.ipnSignatureRefused)),
    counter(
      'ipn_contradictory',
      'IPNs whose user, channel or invoice is not that of their order.',
      one(product.ipnContradictory),
    ),
    counter(
      'pre_checkouts',
      'Users who were about to pay in Stars, by what they were answered.',
      each('answer', Object.entries(product.preCheckouts)),
    ),
  ];
}

const ofProduct = ({ product }: Status): Family[] => [
  gauge('outbox_due', 'Promises that are due and not kept yet.', one(product.outboxDue)),
  gauge('outbox_oldest_due_seconds', 'Age of the oldest due promise.', one(product.outboxOldestDueSeconds)),
  gauge('outbox_failing', 'Promises that failed 5 times and are tried again.', one(product.outboxFailing)),
  gauge('outbox_failed', 'Promises given up in the last 7 days.', one(product.outboxFailed)),
  gauge('last_ipn_age_seconds', 'Seconds since the last IPN.', one(product.lastIpnSeconds)),
  gauge('last_update_age_seconds', 'Seconds since the last update.', one(product.lastUpdateSeconds)),
  gauge('last_look_age_seconds', 'Seconds since the worker looked.', one(product.lastLookSeconds)),
  gauge('payments_parked', 'Odd payments that need their owner.', one(product.paymentsParked)),
  gauge('payments_orphaned', 'Payments for an unknown order.', one(product.paymentsOrphaned)),
  gauge(
    'orders_with_many_payments',
    'Unpaid orders with more than 100 payments.',
    one(product.ordersWithManyPayments),
  ),
  gauge(
    'paid_without_ipn',
    'Orders that reconciliation found paid in the last day.',
    one(product.paidWithoutIpnLastDay),
  ),
  gauge(
    'invoices_refused',
    'Invoices that NOWPayments refused in the last hour.',
    one(product.invoicesRefusedLastHour),
  ),
  gauge('deliveries_parked', 'Deliveries parked in the last 7 days.', one(product.deliveriesParked)),
  gauge('owners_unreachable', 'Owners that cannot be notified.', one(product.ownersUnreachable)),
  gauge(
    'removal_troubles',
    'Failed attempts to remove a member in the last 7 days.',
    one(product.removalTroubles),
  ),
  gauge(
    'removals_failing',
    'Members whose removal keeps failing or was given up.',
    one(product.removalsFailing),
  ),
  gauge('removals_braked', 'Channels whose brake holds removals.', one(product.removalsBraked)),
  gauge(
    'removals_switched',
    "1 for the operator's switch for removals in all channels.",
    each(
      'removals',
      REMOVALS.map((setting) => [setting, +(setting === product.removals)]),
    ),
  ),
];

const ofTelegram = ({ telegram: seen }: Status): Family[] =>
  seen === null
    ? []
    : [
        gauge('telegram_webhook_set', '1 if a webhook is set at Telegram.', one(+seen.isSet)),
        gauge(
          'telegram_webhook_expected',
          '1 if it is the configured webhook.',
          one(seen.isExpected === null ? null : +seen.isExpected),
        ),
        gauge('telegram_pending_updates', 'Updates waiting at Telegram.', one(seen.pendingUpdates)),
        gauge(
          'telegram_last_error_age_seconds',
          'Seconds since a delivery last failed, and how.',
          one(seen.lastErrorSeconds).map((sample) => ({
            ...sample,
            labels: { class: seen.lastErrorClass ?? 'other' },
          })),
        ),
        gauge('telegram_seen_age_seconds', 'Seconds since Telegram was asked.', one(seen.seenSeconds)),
      ];

/** Everything in `/status`, as metrics in base units. */
export const familiesOf = (status: Status): Family[] => [
  ...ofInstance(status),
  ...ofFunctions(status),
  ...ofProduct(status),
  ...starFamilies(status),
  ...ofTelegram(status),
  gauge(
    'alarm',
    '1 if the alarm is on.',
    each(
      'alarm',
      ALARMS.map(({ name }) => [name, +status.alarms.some((raised) => raised.name === name)] as const),
    ),
  ),
];
