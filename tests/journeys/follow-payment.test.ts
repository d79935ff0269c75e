import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TARGETS } from '../../playground/stack-types';
import { setMinimums } from '../support/minimums';
import { entryOf, logFilter, type LogEntry } from '../support/log-filter';
import { linesOf } from './support/assert-no-secrets';
import { order } from './support/buyer';
import { call, type Answer } from './support/call';
import { eventually } from './support/eventually';
import { NOTIFICATION, notification, signedCall, signedIpn } from './support/signed-calls';
import { askFor } from './support/chat';
import { newDonor } from './support/people';
import { type Donor, OPEN, useWorld } from '../worlds/journey';

const DOCUMENT = readFileSync(join(__dirname, '../../docs/logs.md'), 'utf8');

/** A code block of docs/logs.md, with its placeholders filled in. */
function documented(block: string, values: Readonly<Record<string, string | number>>): string {
  const text = new RegExp(`^\`\`\`${block}\\n([^]*?)\`\`\`$`, 'm').exec(DOCUMENT)?.[1];
  if (text === undefined) throw new Error(`docs/logs.md has no block ${block}`);
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(name, String(value)),
    text,
  );
}

/** The services and events that docs/logs.md lists for one purchase, oldest first. */
const STORY = [...DOCUMENT.matchAll(/^\| `([a-z]\w+)` +\| `([a-z_]+\.[a-z_]+)` +\|/gm)].map(
  ([, service, event]) => `${String(service)} ${String(event)}`,
);

const world = useWorld({ targets: TARGETS, environment: { LOG_LEVEL: 'info,http=debug' } });

// Otherwise the worker would ask about coins, and an invoice would wait for that.
beforeAll(() => setMinimums(world.product, { usdttrc20: 1141 }));

const titleOf = ({ labels, jsonPayload }: LogEntry) =>
  `${labels['service'] ?? ''} ${String(jsonPayload['message'])}`;
const idOf = ({ jsonPayload }: LogEntry) => String(jsonPayload['correlationId']);

/** All lines of the five functions that a filter finds, oldest first. */
function found(filter: string): LogEntry[] {
  return linesOf(world)
    .map(entryOf)
    .filter(logFilter(filter))
    .sort((a, b) => a.timestamp.localeCompare(b.timestamp));
}

const follow = (id: string) => found(documented('follow', { CORRELATION_ID: id }));

/** Waits for so many lines, because an answer may arrive before its last line is written. */
const until = (filter: string, count: number) => eventually(() => found(filter).length >= count);

const idOfOrder = (reference: string): string => {
  const [id, ...others] = new Set(found(documented('by-reference', { REFERENCE: reference })).map(idOf));
  expect(others).toEqual([]);
  return String(id);
};

/** Another service and the operator make calls about the payment of a buyer that has this id. */
async function callAboutPayment(id: string, buyer: Donor): Promise<Answer[]> {
  const headers = { 'x-correlation-id': id };
  const environment = world.environment('notificationWebhook');
  // Names the buyer, because an equal call about an earlier purchase would be answered as a repeat.
  const told = signedCall(environment, notification({ user_id: buyer.id }, OPEN), {
    path: NOTIFICATION,
    headers,
  });
  return [
    await call(world.functions.notificationWebhook.url, told),
    await call(world.functions.health.url, { method: 'GET', path: '/status', headers }),
  ];
}

/** Plays one whole purchase while another buyer makes one too. Returns the order and both ids. */
async function purchase() {
  const [buyer, donor] = [newDonor(world), newDonor(world)];
  const invoice = await order(world, buyer);
  const otherInvoice = await askFor(world, donor);
  await world.nowpayments.pay(invoice.invoiceId, { coin: 'usdttrc20' });
  const id = idOfOrder(invoice.reference);
  await until(`jsonPayload.correlationId="${id}"\nlabels.service="paymentIpn"\nlabels.module="http"`, 5);
  await world.nowpayments.pay(otherInvoice.invoiceId);
  const answers = await callAboutPayment(id, buyer);
  await until(`jsonPayload.correlationId="${id}"\nlabels.service="health"`, 1);
  return { buyer, reference: invoice.reference, id, otherId: idOfOrder(otherInvoice.reference), answers };
}

/** A nudge belongs to the first of the requests that it is for, so how many of them a purchase has is open. */
const isNudge = (title: string) => title === 'worker http.answered';

/**
 * The titles of each function's lines, in order. A function does not wait for the worker that it wakes, so the order between
 * functions is open.
 */
const byFunction = (titles: readonly string[]) =>
  Object.fromEntries(
    TARGETS.map((target) => [
      target,
      titles.filter((title) => title.startsWith(`${target} `) && !isNudge(title)),
    ]),
  );

const wholePurchase = async () => {
  const bought = await purchase();
  const all = STORY.filter((title) => !isNudge(title)).length;
  await eventually(() => follow(bought.id).filter((entry) => !isNudge(titleOf(entry))).length >= all);
  return bought;
};

let last: Awaited<ReturnType<typeof purchase>>;

it('finds the lines of all five functions for one payment by one id, in order', async () => {
  last = await wholePurchase();
  const { id, otherId, reference, answers } = last;
  expect(answers.map(({ status, headers }) => [status, headers['x-correlation-id']])).toEqual([
    [200, id],
    [200, id],
  ]);
  const entries = follow(id);
  expect(byFunction(entries.map(titleOf))).toEqual(byFunction(STORY));
  expect(new Set(entries.map(({ labels }) => labels['service']))).toEqual(new Set(TARGETS));
  const references = new Set(entries.map(({ jsonPayload }) => jsonPayload['reference']));
  expect([...references].filter((each) => each !== undefined)).toEqual([reference]);
  // The lines of the other payment exist, between ours.
  const others = follow(otherId).map(({ timestamp }) => timestamp);
  expect(others.some((at) => at > entries[0]!.timestamp && at < entries.at(-1)!.timestamp)).toBe(true);
});

it('sends the id to Telegram and NOWPayments in exactly the calls for that payment', () => {
  const { buyer, id, otherId } = last;
  const ofBuyer = world.telegram.calls.filter(({ payload }) => payload['chat_id'] === buyer.id);
  const told = ofBuyer.filter(({ correlationId }) => correlationId === id);
  // The offer belongs to an earlier update. From the invoice on, every call belongs to the purchase.
  expect(ofBuyer.slice(-told.length)).toEqual(told);
  // The invoice, then its message says that the payment was seen and is paid; the way in makes a sound.
  expect(told[0]?.method).toBe('sendMessage');
  expect(told.filter(({ method }) => method === 'sendMessage')).toHaveLength(2);
  // If the money is there before the first edit, one edit says so.
  expect(told.filter(({ method }) => method === 'editMessageText').length).toBeGreaterThan(0);
  const methods = world.telegram.calls.filter(({ correlationId }) => correlationId === id);
  expect(methods.map(({ method }) => method)).toEqual(
    expect.arrayContaining(['answerCallbackQuery', 'createChatInviteLink']),
  );
  const invoices = world.nowpayments.calls.filter(({ path }) => path === '/v1/invoice');
  expect(invoices.map(({ correlationId }) => correlationId).slice(-2)).toEqual([id, otherId]);
});

it('finds the correlation id by a payment id or in the database', async () => {
  const { reference, id } = last;
  const [payment] = await world.database<{ paymentId: number }[]>`
    select payment_id::float8 as "paymentId" from payments where order_reference = ${reference}`;
  const judged = found(documented('by-payment', { PAYMENT_ID: payment!.paymentId }));
  expect(judged).toHaveLength(5);
  expect(new Set(judged.map(idOf))).toEqual(new Set([id]));
  const [row] = await world.database.unsafe<{ correlation_id: string }[]>(
    documented('sql', { REFERENCE: reference }),
  );
  expect(row?.correlation_id).toBe(id);
});

it('stores the same id in every row of the payment', async () => {
  const { reference, id } = last;
  const rows = await world.database<{ id: string }[]>`
    select correlation_id as id from orders where reference = ${reference}
    union select correlation_id from outbox where order_reference = ${reference}
    union select correlation_id from inbox where order_reference = ${reference}`;
  expect(rows.map((row) => row.id)).toEqual([id]);
});

it('returns the caller’s own id, by which the request is found', async () => {
  const body = world.nowpayments.ipns.find(({ body: sent }) => sent.includes(last.reference))!.body;
  const how = signedIpn(world.environment('paymentIpn'), body);
  const headers = { ...how.headers, 'x-correlation-id': 'support-case-7' };
  const answer = await call(world.functions.paymentIpn.url, { ...how, headers });
  expect([answer.status, answer.headers['x-correlation-id']]).toEqual([200, 'support-case-7']);
  const filter = documented('by-answer', { ANSWERED_ID: 'support-case-7' });
  await until(filter, 1);
  expect(found(filter).map((entry) => [titleOf(entry), idOf(entry)])).toEqual([
    ['paymentIpn http.answered', last.id],
  ]);
});

it('is found by the command for log files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logs-'));
  try {
    for (const target of TARGETS)
      writeFileSync(join(folder, `${target}.log`), world.functions[target].output());
    const command = documented('local', { CORRELATION_ID: last.id });
    const lines = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    const sorted = lines.map((line) => entryOf(line).timestamp);
    expect(sorted).toEqual([...sorted].sort());
    expect(lines.map((line) => titleOf(entryOf(line))).sort()).toEqual(follow(last.id).map(titleOf).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('has a documented filter for refused requests, which need no person', async () => {
  expect(found(documented('trouble', { MODULE: 'outbox' }))).toEqual([]);
  await call(world.functions.paymentIpn.url, { body: '{}' });
  const refused = documented('refused', {});
  await until(refused, 1);
  expect(found(refused).map(titleOf)).toEqual(['paymentIpn http.refused']);
  expect(found(documented('trouble', { MODULE: 'http' }))).toEqual([]);
});
