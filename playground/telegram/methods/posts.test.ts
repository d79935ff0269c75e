import type { Api } from 'grammy';
import type { TelegramSimulator } from '../index';
import { BOT_ID, BUYER, CHANNEL, OWNER, startWorld } from '../../../tests/support/telegram-simulator';

let telegram: TelegramSimulator;
let api: Api;
let clock = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  clock = Date.UTC(2026, 0, 1);
  ({ telegram, api } = await startWorld({ now: () => clock }));
});
afterEach(() => telegram.close());

const NONE = { can_post_messages: false, can_edit_messages: false, can_delete_messages: false };
const allow = (...rights: (keyof typeof NONE)[]) =>
  telegram.setMember(CHANNEL, BOT_ID, 'administrator', {
    ...NONE,
    ...Object.fromEntries(rights.map((right) => [right, true])),
  });

/** A post by the bot and a post by the owner. */
async function twoPosts(): Promise<Record<'own' | 'others', number>> {
  const { message_id: own } = await api.sendMessage(CHANNEL, 'from the bot');
  return { own, others: telegram.as(OWNER).write(CHANNEL, 'from the owner') };
}

const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (error as { description: string }).description,
  );

const UNDELETABLE = "Bad Request: message can't be deleted";
const UNEDITABLE = "Bad Request: message can't be edited";

test.each([
  [[], UNDELETABLE, UNDELETABLE],
  [['can_edit_messages'], UNDELETABLE, UNDELETABLE],
  [['can_post_messages'], 'done', UNDELETABLE],
  [['can_delete_messages'], 'done', 'done'],
] as const)('with %p deletes its own post: %s, another’s: %s', async (rights, own, others) => {
  const posts = await twoPosts();
  allow(...rights);
  expect(await outcome(api.deleteMessage(CHANNEL, posts.own))).toBe(own);
  expect(await outcome(api.deleteMessage(CHANNEL, posts.others))).toBe(others);
});

test.each([
  [[], UNEDITABLE, UNEDITABLE],
  [['can_delete_messages'], UNEDITABLE, UNEDITABLE],
  [['can_post_messages'], 'done', UNEDITABLE],
  [['can_edit_messages'], 'done', 'done'],
] as const)('with %p edits its own post: %s, another’s: %s', async (rights, own, others) => {
  const posts = await twoPosts();
  allow(...rights);
  expect(await outcome(api.editMessageText(CHANNEL, posts.own, 'new'))).toBe(own);
  expect(await outcome(api.editMessageText(CHANNEL, posts.others, 'new'))).toBe(others);
});

it('edits but never deletes a post older than 48 hours', async () => {
  const posts = await twoPosts();
  clock += 48 * 3600_000 + 1000;
  for (const id of [posts.own, posts.others]) {
    expect(await outcome(api.deleteMessage(CHANNEL, id))).toBe(UNDELETABLE);
  }
  expect(await outcome(api.editMessageText(CHANNEL, posts.own, 'new'))).toBe('done');
});

it('remains the author of a post that it edited', async () => {
  const { own } = await twoPosts();
  await api.editMessageText(CHANNEL, own, 'new');
  allow('can_post_messages');
  expect(await outcome(api.deleteMessage(CHANNEL, own))).toBe('done');
});

it('deletes a user’s message for 48 hours', async () => {
  telegram.as(BUYER).start();
  const fresh = telegram.as(BUYER).say('my secret key');
  await api.deleteMessage(BUYER, fresh);
  expect(telegram.messages(BUYER).map(({ text }) => text)).toEqual(['/start']);
  const old = telegram.as(BUYER).say('seen too late');
  clock += 49 * 3600_000;
  expect(await outcome(api.deleteMessage(BUYER, old))).toBe(UNDELETABLE);
  expect(await outcome(api.editMessageText(BUYER, old, 'x'))).toBe(UNEDITABLE);
});
