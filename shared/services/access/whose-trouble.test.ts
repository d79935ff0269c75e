import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetPromises, OWNER, useAccessWorld } from '../../../tests/worlds/access';
import { faultOf, quoted, scenesOf } from '../../../tests/worlds/access-steps';
import type { Message } from '../../domain/messages/messages';
import { viewOf } from '../../telegram/views';

const world = useAccessWorld();
const SCENES = scenesOf(world);
beforeEach(() => forgetPromises(world));

const WHOSE = ["the buyer's", "the owner's", 'the chat is gone', "Telegram's", "nobody's", 'ours'];

/** The second table of the document: one line for each refusal. */
const LINES = readFileSync(join(__dirname, '../../../docs/access.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, whose = '']) => WHOSE.includes(whose))
  .flatMap(([, whose = '', step = '', calls = '', answers = '', buyer = '', owner = '']) =>
    quoted(calls).flatMap((call) =>
      quoted(answers).map((says) => ({ whose, step, call, says, buyer, owner })),
    ),
  );

/** The words of all messages that were promised to a chat, without tags. */
async function wordsTo(chatId: number): Promise<string> {
  const rows = await world.test.database.query(
    (sql) => sql<{ message: Message }[]>`
      select payload -> 'message' as message from outbox
      where kind = 'send_message' and (payload ->> 'chatId')::bigint = ${chatId} order by outbox_id`,
  );
  return rows
    .map(({ message }) =>
      viewOf(message)
        .text.text.replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' '),
    )
    .join('\n');
}
const isUnreachable = async (chatId: number) =>
  (
    await world.test.database.query(
      (sql) => sql`select from chats where chat_id = ${chatId} and unreachable_at is not null`,
    )
  ).length > 0;

/** A cell names words that a message has, or `–` for no message. */
const expectWords = (cell: string, words: string) =>
  cell === '–' ? expect(words).toBe('') : expect(words).toContain(/“(.+)”/.exec(cell)?.[1]);

it('documents a refusal of each kind', () => {
  expect(LINES.length).toBeGreaterThan(30);
  expect(new Set(LINES.map(({ whose }) => whose))).toEqual(new Set(WHOSE));
});

it.each(LINES)('$whose: $step, $says', async ({ whose, step, call, says, buyer, owner }) => {
  const scene = await SCENES[step]!();
  await forgetPromises(world);
  for (let attempts = 1; attempts <= 3; attempts += 1) {
    world.telegram.fault(faultOf(call, says));
    const { type } = await world.perform(scene.effect, 'test', attempts);
    world.telegram.clearFaults();
    if (type === 'failed' || type === 'done') break;
  }
  const { userId } = scene.buyer;
  expectWords(buyer, await wordsTo(userId));
  expectWords(owner, await wordsTo(OWNER));
  expect(await isUnreachable(userId)).toBe(step === 'tell' && whose === "the buyer's");
});
