import { findPort } from '../../playground/find-ports';
import { runFunction } from '../../playground/run-function';
import { FOLDERS, TARGETS } from '../../playground/stack-types';
import { signFor } from '../../shared/security/purpose-keys';
import { WORLD_START_DEADLINE_MS } from '../support/deadlines';
import { assertNoSecrets, linesOf } from './support/assert-no-secrets';
import { BODIES } from './support/bad-bodies';
import { call, type Call } from './support/call';
import { eventually } from './support/eventually';
import { useFragileWorld } from '../worlds/fragile';
import {
  GOOD_CALLS,
  NOTIFICATION,
  notification,
  signedCall,
  signedIpn,
  telegramCall,
} from './support/signed-calls';
import { askFor, openKeypad, receivedInvoice, type, waitForMessage } from './support/chat';
import { newDonor } from './support/people';
import { quiet } from './support/work';

const PASSWORD = 'sentinel-database-password';
/** Words that users and strangers wrote. None of them may be in a log. */
const WRITTEN = ['my seed phrase is', 'words in a start link', 'words in a poison', 'words in a bad body'];
const WRONG_SIGNATURE = 'sentinel-signature-that-was-wrong';

const world = useFragileWorld({
  password: PASSWORD,
  environment: { LOG_LEVEL: 'debug', RATE_LIMIT_BURST: '1000' },
});
const signatures: string[] = [];

const refused: Call[] = [
  { headers: { authorization: 'Bearer sentinel.bearer.token' } },
  { headers: { 'x-nowpayments-sig': 'ab'.repeat(64) } },
  {
    headers: {
      'x-nowpayments-sig': WRONG_SIGNATURE,
      'x-signature': WRONG_SIGNATURE,
      'x-telegram-bot-api-secret-token': WRONG_SIGNATURE,
    },
  },
  { path: NOTIFICATION, headers: { 'x-signature': WRONG_SIGNATURE } },
  { path: '/nowhere', method: 'DELETE' },
  ...BODIES.map(([, body]): Call => ({ body })),
];

/** Makes a call and remembers its signature. */
const send = (url: string, how: Call) => {
  for (const [name, value] of Object.entries(how.headers ?? {}))
    if (/sig/i.test(name)) signatures.push(String(value));
  return call(url, how);
};

async function donate(): Promise<void> {
  const donor = newDonor(world);
  const { invoiceId } = await askFor(world, donor);
  await world.nowpayments.pay(invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  donor.person.say(`${WRITTEN[0]} correct horse`);
  donor.person.start(Buffer.from(WRITTEN[1]!).toString('base64url'));
  donor.person.say(`/start ${WRITTEN[1]}`);
  await world.telegram.deliver({ message: { chat: { id: donor.id }, from: { id: 'x' }, text: WRITTEN[2] } });
}

async function sendRefusedCalls(): Promise<void> {
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
    headers: signFor('worker', String(environment['WEBHOOK_SIGNING_SECRET']), body, 1),
  });
}

/** Makes each provider fail in each way at the moment of a call. */
async function failProviders(): Promise<void> {
  for (const kind of ['error', 'drop'] as const) {
    const donor = newDonor(world);
    const keypad = await openKeypad(world, donor);
    await type(world, donor, keypad, '25');
    world.nowpayments.fault({ path: '/v1/invoice', kind, times: 1 });
    world.telegram.fault({ method: 'answerCallbackQuery', kind });
    // The answer to this tap is one of the failing calls, so the test doesn't wait for it.
    await donor.person
      .press(donor.id, keypad.message_id, 'donate_confirm', { timeoutMs: 1 })
      .catch(() => undefined);
    await waitForMessage(world, donor.id, /Your invoice is taking longer/);
    world.telegram.fault({ method: 'sendMessage', kind });
    await world.moveClock('1 minute');
    await world.tick();
    await world.moveClock('1 minute');
    await quiet(world);
    await receivedInvoice(world, donor);
  }
}

/** Takes the database away from running functions and from one that starts. */
async function failDatabase(): Promise<void> {
  const started = await world.withoutDatabase(async () => {
    for (const target of TARGETS)
      await send(world.functions[target].url, GOOD_CALLS[target](world.environment(target), 9));
    const instance = await world.startInstance('paymentIpn');
    await eventually(() => instance.output().includes('database.away_at_start'));
    return instance;
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
  await donate();
  await sendRefusedCalls();
  await failProviders();
  await failDatabase();
  lines.push(...linesOf(world));
  const { url } = world.functions.health;
  const isWell = async () => (await call(url, { method: 'GET', path: '/health' })).status === 200;
  await eventually(isWell, { everyMs: 200 });
}, WORLD_START_DEADLINE_MS);

const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

it.each([
  'payment.judged',
  'invoice.created',
  'outbox.delivered',
  'outbox.postponed',
  'prompt.lost',
  'notification.answered',
  'update.unreadable',
  'http.refused',
  'http.failed',
  'http.answered',
  'database.away_at_start',
])('contains the event %s, so the other tests see real lines', (event) => {
  expect(new Set(parsed().map(({ message }) => message))).toContain(event);
});

it('contains no secret, no signature and no user’s words', () => {
  assertNoSecrets(world, lines, [...WRITTEN, ...signatures, WRONG_SIGNATURE, 'sentinel.bearer.token']);
});

it('would fail the search if it contained a secret', () => {
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

it('has one JSON object per line, as Cloud Logging reads it', () => {
  for (const line of parsed()) {
    expect(line).toMatchObject({
      severity: expect.stringMatching(/^(DEBUG|INFO|WARNING|ERROR)$/) as string,
      message: expect.stringMatching(/^[a-z_]+\.[a-z_]+$/) as string,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      'logging.googleapis.com/labels': {
        service: expect.stringMatching(/^[a-z]+[A-Za-z]*$/) as string,
        revision: 'local',
        module: String(line['message']).split('.')[0],
      },
    });
  }
});

it('has the correlation id of the request in each of its lines', () => {
  const without = parsed().filter(({ correlationId }) => typeof correlationId !== 'string');
  expect(new Set(without.map(({ message }) => message))).toEqual(new Set(['database.away_at_start']));
});

it('has method, path, status and time of each request, but nothing about the caller', async () => {
  const { status } = await call(world.functions.health.url, {
    method: 'GET',
    path: '/status?user=5001',
    body: '',
  });
  const line = await eventually(() => {
    const answered = linesOf(world).filter((each) => each.includes('"path":"/status"'));
    return answered.length > 0 && (JSON.parse(answered.at(-1)!) as Record<string, unknown>);
  });
  const { timestamp, correlationId, 'logging.googleapis.com/labels': labels, ...rest } = line;
  expect([typeof timestamp, typeof correlationId, typeof labels]).toEqual(['string', 'string', 'object']);
  expect(rest).toEqual({
    severity: 'DEBUG',
    message: 'http.answered',
    method: 'GET',
    path: '/status',
    status,
    durationMs: expect.any(Number) as number,
  });
});

it('links each line to the trace in the platform’s header', async () => {
  const trace = '0af7651916cd43dd8448eb211c80319c';
  const instance = await runFunction({
    target: 'health',
    folder: FOLDERS.health,
    port: await findPort(),
    environment: {
      ...world.environment('health'),
      GOOGLE_CLOUD_PROJECT: 'a-project',
      K_REVISION: 'health-00007',
    },
  });
  try {
    const headers = { 'x-cloud-trace-context': `${trace}/170;o=1` };
    await call(instance.url, { method: 'GET', path: '/health', headers });
    const line = await eventually(() => {
      const found = instance
        .output()
        .split('\n')
        .find((each) => each.includes('http.answered'));
      return found !== undefined && (JSON.parse(found) as object);
    });
    expect(line).toMatchObject({
      'logging.googleapis.com/trace': `projects/a-project/traces/${trace}`,
      'logging.googleapis.com/spanId': '00000000000000aa',
      'logging.googleapis.com/trace_sampled': true,
      'logging.googleapis.com/labels': { service: 'health', revision: 'health-00007', module: 'http' },
    });
  } finally {
    await instance.stop();
  }
});

it('loses no line if the Cloud Logging API cannot be reached', async () => {
  const instance = await runFunction({
    target: 'health',
    folder: FOLDERS.health,
    port: await findPort(),
    environment: {
      ...world.environment('health'),
      LOG_TRANSPORT: 'api',
      GOOGLE_CLOUD_PROJECT: 'a-project',
      // Without this, the client would ask the network for credentials.
      METADATA_SERVER_DETECTION: 'none',
    },
  });
  const ask = async () => (await call(instance.url, { method: 'GET', path: '/health' })).status;
  expect(await ask()).toBe(200);
  await eventually(() => instance.output().includes('logs.api_failed'));
  expect(await ask()).toBe(200);
  expect(await instance.stop()).toBe(0);
  const events = instance
    .output()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { message: string }).message);
  expect(events.sort()).toEqual(['http.answered', 'http.answered', 'logs.api_failed']);
});
