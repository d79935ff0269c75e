import { createHmac } from 'node:crypto';
import { TARGETS, type Target } from '../../playground/stack-types';
import { readMetrics } from '../../shared/database/operations/metrics';
import { alarmsFrom } from '../../shared/domain/operations/alarms';
import { useWorld, OPEN, type Donor } from '../worlds/journey';
import { BODIES } from './support/bad-bodies';
import { call, json, type Call } from './support/call';
import { askFor, openKeypad, press, tap, type } from './support/chat';
import { eventually } from './support/eventually';
import { newDonor } from './support/people';
import { GOOD_CALLS, NOTIFICATION, notification, orphanIpn } from './support/signed-calls';
import { quiet } from './support/work';

// What people can send who have no secret and pay nothing. None of it may raise an alarm.

const world = useWorld({ targets: TARGETS, environment: { RATE_LIMIT_BURST: '100000' } });

const PATHS: Partial<Record<Target, string>> = { notificationWebhook: NOTIFICATION, health: '/status' };
async function knock(target: Target, how: Call): Promise<void> {
  const { status, text } = await call(world.functions[target].url, { path: PATHS[target] ?? '/', ...how });
  expect({ target, isOurFault: status >= 500, text }).toEqual({ target, isOurFault: false, text });
}
const knockAll = async (how: (target: Target) => Call) => {
  for (let n = 0; n < 12; n += 1) await Promise.all(TARGETS.map((target) => knock(target, how(target))));
};

const HEX = '0123456789abcdef'.repeat(8);
const forgedIpns = async (content: (n: number) => object) => {
  for (let n = 0; n < 12; n += 1)
    await knock('paymentIpn', {
      body: JSON.stringify(content(n)),
      headers: { 'x-nowpayments-sig': HEX },
    });
};

const someone = (): Donor => newDonor(world);
const updatesArrived = () => world.telegram.drained();

/** Somebody asks for something, blocks the bot before it answers, and comes back when the answer has expired. */
async function blockAndReturn(interval: string) {
  const { person } = someone();
  world.telegram.fault({ method: 'sendMessage', kind: 'error', status: 429, times: 1 });
  person.say('/help');
  await updatesArrived();
  person.block();
  await updatesArrived();
  await world.tick();
  await world.moveClock(interval);
  person.unblock();
  person.say('/help');
  await updatesArrived();
}

const SENT: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['a command, after which they block the bot for 16 minutes', () => blockAndReturn('16 minutes')],
  ['a command, after which they block the bot for 14 minutes', () => blockAndReturn('14 minutes 59 seconds')],
  [
    'a command, after which they delete their account',
    async () => {
      const { person } = someone();
      person.say('/mysubs');
      person.deleteAccount();
      await updatesArrived();
    },
  ],
  [
    'three hundred messages at once',
    async () => {
      const { person } = someone();
      for (let n = 0; n < 300; n += 1) person.say(n % 2 === 0 ? '/start' : `/x ${n} 😀`);
      await updatesArrived();
    },
  ],
  [
    'forged buttons',
    async () => {
      const donor = someone();
      const keypad = await openKeypad(world, donor);
      for (const data of ['own_ban_1', 'case_accept_5', `sub_tier_${OPEN}_99`, 'x'.repeat(64)])
        await press(world, donor, keypad, data);
    },
  ],
  [
    'a keypad that they leave open',
    async () => {
      await openKeypad(world, someone());
      await world.moveClock('2 days');
    },
  ],
  ['an order that they never pay', () => askFor(world, someone(), '25.00')],
  [
    'an order whose invoice comes while they block the bot',
    async () => {
      const donor = someone();
      const keypad = await openKeypad(world, donor);
      await type(world, donor, keypad, '25');
      await tap(world, donor, keypad, 'confirm');
      donor.person.block();
      await updatesArrived();
      await world.moveClock('4 days');
      donor.person.unblock();
      await updatesArrived();
    },
  ],
  [
    'a channel of theirs, which they delete their bot from at once',
    async () => {
      const { person } = someone();
      const chatId = person.createChannel({ title: '✅ Support / refund' });
      person.admin.addBot(chatId, ['invite_users', 'restrict_members']);
      person.admin.removeBot(chatId);
      await updatesArrived();
    },
  ],
];

/**
 * What strangers send to the doors. All together raise no alarm. Only the share of failed requests could be hidden by
 * other requests, so `knock` expects none.
 */
const KNOCKS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['calls without a credential to every function', () => knockAll(() => ({ body: '{}' }))],
  [
    'calls with a credential that they made up',
    () =>
      knockAll(() => ({
        body: '{}',
        headers: {
          'x-nowpayments-sig': HEX,
          'x-signature': createHmac('sha256', 'guess').update('{}').digest('hex'),
          'x-timestamp': String(Math.floor(Date.now() / 1000)),
          'x-telegram-bot-api-secret-token': 'guess',
          authorization: 'Bearer guess',
        },
      })),
  ],
  [
    'bodies of every odd shape',
    async () => {
      for (const [, body] of BODIES) for (const target of TARGETS) await knock(target, { body });
    },
  ],
  ['other methods', () => knockAll((target) => ({ method: target === 'health' ? 'POST' : 'GET' }))],
  ['other paths', () => knockAll(() => ({ path: '/admin' }))],
  ['too large bodies', () => knockAll(() => ({ body: Buffer.alloc(64 * 1024 + 1, ' ') }))],
  ['IPNs about no order', () => forgedIpns((n) => ({ payment_id: n, payment_status: 'finished' }))],
  ['IPNs about an unknown order', () => forgedIpns((n) => orphanIpn(n))],
  ['IPNs about an order of another shop', () => forgedIpns((n) => orphanIpn(n, { order_id: `shop-${n}` }))],
  [
    'notifications signed with another secret',
    async () => {
      const body = JSON.stringify(notification());
      const signature = createHmac('sha256', 'guess').update(body).digest('hex');
      for (let n = 0; n < 12; n += 1)
        await knock('notificationWebhook', { body, headers: { 'x-signature': signature } });
    },
  ],
];

interface Status {
  readonly alarms: readonly { readonly name: string }[];
  readonly product: { readonly ipnSignatureRefused: number };
}

/** Asks a new instance, because one repeats its answer for three seconds. */
async function readStatus(): Promise<Status> {
  const instance = await world.startInstance('health');
  try {
    const answer = await call(instance.url, GOOD_CALLS.health(world.environment('health'), 1));
    expect(answer.status).toBe(200);
    return json(answer) as Status;
  } finally {
    await instance.stop();
  }
}

/** What `/status` reads, and what it concludes. */
const readAlarms = async () => alarmsFrom((await readMetrics(world.product)).measures);

/** The worker looks at the webhook once in fifty seconds of real time, which is too rare for a moved clock. */
const webhookIsSeen = () =>
  world.database`update observations set observed_at = app_now() where name = 'telegram_webhook'`;

async function expectNoAlarm(): Promise<void> {
  await quiet(world);
  await webhookIsSeen();
  expect(await readAlarms()).toEqual([]);
}

it.each(SENT)('raises no alarm for %s', async (_, send) => {
  await send();
  await expectNoAlarm();
});

it('raises no alarm for anything that strangers send to the doors', async () => {
  for (const [, knocks] of KNOCKS) await knocks();
  await expectNoAlarm();
});

it.each(['16 minutes', '1 day'])('shows no alarm in `/status` after %s', async (interval) => {
  await world.moveClock(interval);
  await quiet(world);
  await webhookIsSeen();
  expect((await readStatus()).alarms).toEqual([]);
});

it('raises one for refused IPNs about an order that exists, and for no others', async () => {
  const donor = someone();
  const { reference } = await askFor(world, donor, '25.00');
  await forgedIpns((n) => orphanIpn(n, { order_id: `PGP-${donor.id}|${OPEN}|${reference}` }));
  // Instances write what they counted within ten seconds.
  await eventually(async () => {
    await webhookIsSeen();
    const { alarms, product } = await readStatus();
    expect(alarms.map(({ name }) => name)).toEqual(['ipn_signature_refused']);
    expect(product.ipnSignatureRefused).toBeGreaterThanOrEqual(12);
  });
});
