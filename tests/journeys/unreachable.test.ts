import { TARGETS } from '../../playground/stack-types';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Channel } from '../../shared/domain/common/channel';
import { eventually } from './support/eventually';
import { eventuallyIn } from './support/eventually-in';
import { freezeClock, thawClock } from './support/freeze-clock';
import { askFor, displayOn, openKeypad, tap, waitForMessage, writtenTo } from './support/chat';
import { newChannel, newDonor } from './support/people';
import { quiet } from './support/work';
import { useWorld, type World } from '../worlds/journey';

const world = useWorld({ targets: TARGETS });
// Resets the world, so that each test starts without faults, also after a failed one.
afterEach(async () => {
  world.telegram.clearFaults();
  await thawClock(world.database);
  await world.database`update chats set unreachable_at = null, unreachable_reason = null`;
});

const ROOT = join(__dirname, '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');

/** What `npm run channels -- list` prints about one channel. */
async function listed({ openChannelId }: Channel): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [TSX, 'infra/channels.ts', 'list'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: world.databaseUrl },
  });
  const lines = stdout.split('\n');
  return lines[lines.findIndex((line) => line.startsWith(String(openChannelId))) + 1] ?? '';
}

/** Waits until `/status` counts so many unreachable owners. Its answer is cached for some seconds. */
const untilUnreachableOwners = (count: number) =>
  eventually(
    async () => {
      const response = await fetch(`${world.functions.health.url}/status`);
      const { product } = (await response.json()) as { product: { ownersUnreachable: number } };
      expect(product.ownersUnreachable).toBe(count);
      return true;
    },
    { everyMs: 200 },
  );

/** A donation to a channel, paid and settled. */
async function donate({ openChannelId }: Channel) {
  const donor = newDonor(world);
  const invoice = await askFor(world, donor, '25.00', openChannelId);
  await world.nowpayments.pay(invoice.invoiceId);
  await waitForMessage(world, donor.id, /Thank you!/);
  return { donor, ...invoice };
}

const entryFor = async ({ ownerUserId }: Channel, reference: string) => {
  const [entry] = await world.database<
    { delivered: boolean; failed: boolean; attempts: number; lastError: string | null; dueIn: number }[]
  >`
    select delivered_at is not null as delivered, failed_at is not null as failed, attempts,
      last_error as "lastError", extract(epoch from due_at - app_now())::float8 as "dueIn"
    from outbox where order_reference = ${reference} and (payload ->> 'chatId')::bigint = ${ownerUserId}`;
  return entry!;
};

const unreachableReason = async ({ ownerUserId }: Channel) => {
  const [chat] = await world.database<{ reason: string | null }[]>`
    select unreachable_reason as reason from chats where chat_id = ${ownerUserId} and unreachable_at is not null`;
  return chat?.reason;
};

it.each([
  ['blocked the bot', 'Forbidden: bot was blocked by the user'],
  ['never started the bot', "Forbidden: bot can't initiate conversation with a user"],
])('stops notifying an owner who %s, until the owner writes', async (how, reason) => {
  const channel = await newChannel(world, { ownerHasStarted: how === 'blocked the bot' });
  const owner = world.telegram.as(channel.ownerUserId);
  if (how === 'blocked the bot') {
    owner.block();
    await eventually(async () => (await unreachableReason(channel)) !== undefined);
  }
  const { reference, donor } = await donate(channel);
  await quiet(world);
  expect(await entryFor(channel, reference)).toMatchObject({
    failed: true,
    attempts: 1,
    lastError: reason,
  });
  await world.moveClock('1 day');
  await quiet(world);
  const calls = world.telegram.calls.filter(({ payload }) =>
    String(payload['text']).includes(`donor_${donor.id}`),
  );
  // There was one attempt and no other.
  expect(calls).toHaveLength(1);
  expect(await unreachableReason(channel)).toBe(reason);
  expect(await listed(channel)).toMatch(new RegExp(`OWNER UNREACHABLE since \\d{4}-.*${reason}`));
  await untilUnreachableOwners(1);

  owner.start();
  await eventually(async () => (await unreachableReason(channel)) === undefined);
  expect(await listed(channel)).toContain('notifications on');
  await untilUnreachableOwners(0);
  const next = await donate(channel);
  await waitForMessage(world, channel.ownerUserId, new RegExp(`@donor_${next.donor.id}`));
});

/** Plays a donation after which every message fails. The clock is frozen, so retries are due only when a test moves it. */
async function donateWithFault(fault: Parameters<World['telegram']['fault']>[0]) {
  const channel = await newChannel(world);
  const donor = newDonor(world);
  const invoice = await askFor(world, donor, '25.00', channel.openChannelId);
  await quiet(world);
  await freezeClock(world.database);
  world.telegram.fault({ method: 'sendMessage', ...fault });
  await world.nowpayments.pay(invoice.invoiceId);
  await eventuallyIn(world, async () => (await entryFor(channel, invoice.reference)).lastError !== null);
  const attemptsToOwner = () =>
    world.telegram.calls.filter(
      ({ method, payload }) => method === 'sendMessage' && payload['chat_id'] === channel.ownerUserId,
    ).length - 1; // Without the welcome message.
  const ownerWasTold = () =>
    writtenTo(world, channel.ownerUserId).filter(({ text }) => text.includes(`@donor_${donor.id}`)).length;
  return { channel, ...invoice, attemptsToOwner, ownerWasTold };
}

it('retries exactly when the time in a 429 has passed', async () => {
  const fault = { kind: 'error', retryAfter: 600, times: Infinity } as const;
  const { channel, reference, attemptsToOwner, ownerWasTold } = await donateWithFault(fault);
  const { dueIn, lastError } = await entryFor(channel, reference);
  expect(lastError).toBe('Too Many Requests: retry after 600');
  expect(dueIn).toBe(600);
  world.telegram.clearFaults();
  await world.moveClock('599 seconds');
  await world.tick();
  expect(attemptsToOwner()).toBe(1);
  await world.moveClock('1 second');
  await world.tick();
  expect([attemptsToOwner(), ownerWasTold()]).toEqual([2, 1]);
});

it('waits longer after each attempt that Telegram answers with a 500, then delivers', async () => {
  const fault = { kind: 'error', status: 500, times: Infinity } as const;
  const { channel, reference, attemptsToOwner, ownerWasTold } = await donateWithFault(fault);
  const waits = [(await entryFor(channel, reference)).dueIn];
  for (let attempt = 2; attempt <= 5; attempt += 1) {
    await world.moveClock(`${waits.at(-1)!} seconds`);
    await world.tick();
    // A call that fails so is repeated once at once.
    expect(attemptsToOwner()).toBe(2 * attempt);
    waits.push((await entryFor(channel, reference)).dueIn);
  }
  expect(waits[4]!).toBeGreaterThan(10 * Math.max(waits[0]!, 1));
  world.telegram.clearFaults();
  await thawClock(world.database);
  // The donor's message has its own retries.
  await world.moveClock('1 hour');
  await quiet(world);
  expect([attemptsToOwner(), ownerWasTold()]).toEqual([11, 1]);
});

it('repeats news twice if each connection is cut', async () => {
  const { channel, reference, attemptsToOwner } = await donateWithFault({ kind: 'drop', times: Infinity });
  for (const [attempt, least] of [60, 3600].entries()) {
    const { dueIn } = await entryFor(channel, reference);
    expect(dueIn).toBeGreaterThanOrEqual(least);
    await world.moveClock(`${dueIn} seconds`);
    await world.tick();
    expect(attemptsToOwner()).toBe(attempt + 2);
  }
  world.telegram.clearFaults();
  await thawClock(world.database);
  await world.moveClock('1 day');
  await quiet(world);
  expect(attemptsToOwner()).toBe(3);
});

it.each([
  ['editMessageReplyMarkup', 'Bad Request: message is not modified: …'],
  ['editMessageReplyMarkup', 'Bad Request: message to edit not found'],
  [
    'answerCallbackQuery',
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
])('ignores the error of %s: %s', async (method, description) => {
  const donor = newDonor(world);
  const keypad = await openKeypad(world, donor);
  world.telegram.fault({ method, kind: 'error', status: 400, description, afterPerforming: true });
  const before = world.functions.telegramWebhook.output().length;
  await tap(world, donor, keypad, '2');
  await tap(world, donor, keypad, '5');
  await world.telegram.drained();
  expect(displayOn(world, donor, keypad)).toBe('💰 Amount: $25');
  expect(world.functions.telegramWebhook.output().slice(before)).not.toContain('prompt.lost');
});

it('treats a missing message as deleted', async () => {
  const donor = newDonor(world);
  await openKeypad(world, donor);
  const description = 'Bad Request: message to delete not found';
  world.telegram.fault({ method: 'deleteMessage', kind: 'error', status: 400, description });
  await world.moveClock('5 minutes 1 second');
  await quiet(world);
  await waitForMessage(world, donor.id, /keypad expired/);
  await eventually(async () => {
    const left = await world.database`
      select from outbox where kind = 'delete_message' and (delivered_at is null or last_error is not null)`;
    return left.length === 0;
  });
});

it('names a group that cannot be reached in the list of channels, until it can', async () => {
  const group = -1_007_770_009_001;
  const channel = await newChannel(world, { notificationsChatId: group });
  const botId = Number(String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':')[0]);
  world.telegram.addGroup({ id: group, title: 'Team', creatorId: channel.ownerUserId });
  world.telegram.setMember(group, botId, 'member');
  world.telegram.setWriting(group, 'topic_closed');
  const { donor: missed } = await donate(channel);
  const told = await waitForMessage(world, channel.ownerUserId, /can't deliver sales news to “Team”/);
  expect(told.text).toMatch(/open its topic/);
  expect(await listed(channel)).toMatch(new RegExp(`CHAT ${group} UNREACHABLE since \\d{4}-.*TOPIC_CLOSED`));
  world.telegram.setWriting(group, 'everybody');
  const { donor: next } = await donate(channel);
  for (const { id } of [missed, next]) await waitForMessage(world, group, new RegExp(`@donor_${id}`));
  expect(await listed(channel)).toContain('notifications on');
});

it('follows a group that becomes a supergroup', async () => {
  const group = -4555;
  const channel = await newChannel(world, { notificationsChatId: group });
  const botId = Number(String(world.environment('worker')['TELEGRAM_BOT_TOKEN']).split(':')[0]);
  world.telegram.addGroup({ id: group, title: 'Team', creatorId: channel.ownerUserId });
  world.telegram.setMember(group, botId, 'member');
  const to = world.telegram.upgradeGroup(group);
  await world.telegram.drained();
  const { donor } = await donate(channel);
  await waitForMessage(world, to, new RegExp(`@donor_${donor.id}`));
  const calls = world.telegram.calls.filter(({ payload }) => Number(payload['chat_id']) === group);
  expect(calls).toEqual([]);
});
