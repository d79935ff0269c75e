import type { Target } from '../../../../playground/stack-types';
import { NUDGES } from '../../../../shared/wake-up/wake-up';
import { OPEN } from '../../../worlds/journey';
import type { Call } from '../call';
import { mutated } from './mutate';
import { NOTIFICATION, notification, signedCall, signedIpn, telegramCall, workerCall } from '../signed-calls';
import { starPayments, UPDATES } from './update-samples';

/** Telegram's time in the samples. */
const date = 1_790_000_000;
let updateId = 500_000_000;
let paymentId = 4_300_000_000;

/** The functions that take a POST. */
export type Endpoint = Exclude<Target, 'health'>;
type Random = () => number;
interface Surroundings {
  readonly random: Random;
  /** Of the function, with its secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /** IPNs of a real order and of none. */
  readonly ipns: readonly object[];
}
const one = <T>(items: readonly T[], random: Random) => items[Math.floor(random() * items.length)] as T;

const NUDGE_BODIES = Object.values(NUDGES).map((body) => JSON.parse(body) as object);

/** A mutated delivery for each endpoint, with a valid signature. */
export const ENDPOINTS: Readonly<Record<Endpoint, (of: Surroundings) => Call>> = {
  telegramWebhook: ({ random, environment }) => {
    updateId += 1;
    const body = { update_id: updateId, ...one([...UPDATES, ...starPayments(`charge${updateId}`)], random) };
    return telegramCall(environment, mutated(body, random));
  },
  paymentIpn: ({ random, environment, ipns }) => {
    const body = { ...one(ipns, random), ...(random() < 0.5 && { payment_id: (paymentId += 1) }) };
    return signedIpn(environment, mutated(body, random));
  },
  notificationWebhook: ({ random, environment }) => {
    const subscription = { payment_type: 'subscription', idempotency_key: `k${random()}` };
    const full = {
      ...notification({ timestamp: date, tier: 'Month', tier_price: '9.99', duration_days: 30 }, OPEN),
    };
    const bodies: readonly (readonly [path: string, body: object])[] = [
      [NOTIFICATION, full],
      [NOTIFICATION, { ...full, ...subscription }],
      ['/webhooks/test-notification', { open_channel_id: OPEN, idempotency_key: `t${random()}` }],
      ['/webhooks/broadcast-trigger', { open_channel_id: OPEN, idempotency_key: `b${random()}` }],
    ];
    const [path, body] = one(bodies, random);
    return signedCall(environment, mutated(body, random), { path });
  },
  worker: ({ random, environment }) =>
    workerCall(environment, mutated({ ...one(NUDGE_BODIES, random), n: random() }, random)),
};
