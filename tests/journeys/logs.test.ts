import { TARGETS } from '../../playground/stack-types';
import { signWebhook } from '../../shared/security/webhook-signature';
import { assertNoSecrets, linesOf } from './support/assert-no-secrets';
import { BODIES } from './support/bad-bodies';
import { call, type Call } from './support/call';
import { startFragileWorld, type FragileWorld } from './support/fragile-world';
import {
  GOOD_CALLS,
  NOTIFICATION,
  notification,
  signedCall,
  signedIpn,
  telegramCall,
} from './support/signed-calls';
import {
  askFor,
  newDonor,
  openKeypad,
  quiet,
  receivedInvoice,
  START_TIMEOUT_MS,
  told,
  type,
} from './support/world';

const PASSWORD = 'sentinel-database-password';
/** What people and strangers wrote. None of it is ours to keep. */
const WRITTEN = ['my seed phrase is', 'words in a start link', 'words in a poison', 'words in a bad body'];
const UNTRUE = 'sentinel-signature-that-was-wrong';

let world: FragileWorld;
const signatures: string[] = [];

const refused: Call[] = [
  { headers: { authorization: 'Bearer sentinel.bearer.token' } },
  { headers: { 'x-nowpayments-sig': 'ab'.repeat(64) } },
  {
    headers: {
      'x-nowpayments-sig': UNTRUE,
      'x-signature': UNTRUE,
      'x-telegram-bot-api-secret-token': UNTRUE,
    },
  },
  { path: NOTIFICATION, headers: { 'x-signature': UNTRUE } },
  { path: '/nowhere', method: 'DELETE' },
  ...BODIES.map(([, body]): Call => ({ body })),
];

/** Sends, and remembers the signature that was sent. */
const send = (url: string, how: Call) => {
  for (const [name, value] of Object.entries(how.headers ?? {}))
    if (/sig/i.test(name)) signatures.push(String(value));
  return call(url, how);
};

async function donate(): Promise<void> {
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor);
  await world.nowpayments.pay(invoiceId);
  await told(world, donor.id, /Thank you!/);
  donor.person.say(`${WRITTEN[0]} correct horse`);
  donor.person.start(Buffer.from(WRITTEN[1]!).toString('base64url'));
  donor.person.say(`/start ${WRITTEN[1]}`);
  await world.telegram.deliver({ message: { chat: { id: donor.id }, from: { id: 'x' }, text: WRITTEN[2] } });
}

async function beRefused(): Promise<void> {
  for (const target of TARGETS) {
    const { url } = world.functions[target];
    for (const how of refused) await call(url, how);
  }
  const { telegramWebhook, paymentIpn, notificationWebhook, worker } = world.functions;
  const bad = { text: WRITTEN[3], payment_id: WRITTEN[3], payment_status: WRITTEN[3], update_id: WRITTEN[3] };
  await send(telegramWebhook.url, telegramCall(world.environment('telegramWebhook'), bad));
  await send(paymentIpn.url, signedIpn(world.environment('paymentIpn'), bad));
  const environment = world.environment('notificationWebhook');
  await send(notificationWebhook.url, signedCall(environment, bad, { path: NOTIFICATION }));
  await send(notificationWebhook.url, signedCall(environment, notification(), { path: NOTIFICATION }));
  const body = `"${WRITTEN[3]}"`;
  await send(worker.url, {
    body,
    headers: signWebhook(String(environment['WEBHOOK_SIGNING_SECRET']), body, 1),
  });
}

/** Each provider fails in each way at the one moment when it is asked for something. */
async function failProviders(): Promise<void> {
  for (const kind of ['error', 'drop'] as const) {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, '25');
    world.nowpayments.fault({ path: '/v1/invoice', kind, times: 1 });
    world.telegram.fault({ method: 'answerCallbackQuery', kind });
    // Its answer is what fails, so nobody waits for it.
    await donor.person
      .press(donor.id, keypad.message_id, 'donate_confirm', { timeoutMs: 1 })
      .catch(() => undefined);
    await told(world, donor.id, /The payment service is not answering/);
    world.telegram.fault({ method: 'sendMessage', kind });
    await world.moveClock('1 minute');
    await world.tick();
    await world.moveClock('1 minute');
    await quiet(world);
    await receivedInvoice(world, donor);
  }
}

/** The database is away: for what is running, and for what starts. */
async function failDatabase(): Promise<void> {
  const started = await world.withoutDatabase(async () => {
    for (const target of TARGETS)
      await send(world.functions[target].url, GOOD_CALLS[target](world.environment(target), 9));
    return world.startInstance('paymentIpn');
  });
  lines.push(
    ...started
      .output()
      .split('\n')
      .filter((line) => line !== ''),
  );
}

const lines: string[] = [];
beforeAll(async () => {
  world = await startFragileWorld({
    password: PASSWORD,
    environment: { LOG_LEVEL: 'debug', RATE_LIMIT_BURST: '1000' },
  });
  await donate();
  await beRefused();
  await failProviders();
  await failDatabase();
  lines.push(...linesOf(world));
}, START_TIMEOUT_MS);
afterAll(() => world.close(), START_TIMEOUT_MS);

const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

it.each([
  'payment.judged',
  'invoice.created',
  'outbox.delivered',
  'outbox.postponed',
  'prompt.lost',
  'notification.answered',
  'update.parked',
  'http.refused',
  'http.failed',
  'database.away_at_start',
])('says %s, so that the rest of these tests looks at what happens', (event) => {
  expect(new Set(parsed().map(({ message }) => message))).toContain(event);
});

it('shows no secret, no signature and no word that anybody wrote', () => {
  assertNoSecrets(world, lines, [...WRITTEN, ...signatures, UNTRUE, 'sentinel.bearer.token']);
});

it('is looked through by a search that finds', () => {
  const token = String(world.environment('worker')['TELEGRAM_BOT_TOKEN']);
  for (const line of [
    `url: /bot${token}/x`,
    'ab'.repeat(64),
    'Bearer x',
    `postgres://a:${PASSWORD}@b`,
    WRITTEN[0]!,
  ])
    expect(() => assertNoSecrets(world, [line], WRITTEN)).toThrow();
});

it('is one JSON object a line, as Cloud Logging reads it', () => {
  for (const line of parsed()) {
    expect(line).toMatchObject({
      severity: expect.stringMatching(/^(DEBUG|INFO|WARNING|ERROR)$/) as string,
      message: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/) as string,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      service: expect.any(String) as string,
    });
  }
});

it('carries the correlation id of its request on every line of one', () => {
  const without = parsed().filter(({ correlationId }) => typeof correlationId !== 'string');
  expect(new Set(without.map(({ message }) => message))).toEqual(new Set(['database.away_at_start']));
});

it('can be followed by one id from the tap that confirmed to the invoice', async () => {
  const created = parsed().find(({ message }) => message === 'invoice.created');
  const [row] = await world.database`
    select correlation_id as id from inbox where source = 'telegram' and correlation_id = ${String(created?.['correlationId'])}`;
  expect(row).toBeDefined();
});
