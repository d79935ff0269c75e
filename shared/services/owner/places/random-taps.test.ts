import { nowSeconds } from '../../../../tests/support/clock';
import { randomInt } from 'node:crypto';
import * as fc from 'fast-check';
import { DAY_MS, MINUTE_MS } from '../../../domain/common/time';
import { BOT, CLOSED, OPEN, OWNER } from '../../../../tests/worlds/access';
import { personWith } from '../../../../tests/worlds/owner';
import { ADMINISTRATOR, usePlaceWorld } from '../../../../tests/worlds/places';

const world = usePlaceWorld();
const CHATS = [-1005555550001, -1005555550002, CLOSED] as const;
/** The owner, a manager, a viewer and a stranger, who all are administrators of every chat in Telegram. */
const PEOPLE = [OWNER, OWNER, OWNER, ADMINISTRATOR, 7003, 7004] as const;
const RIGHTS = { can_invite_users: true, can_restrict_members: true };

interface Question {
  readonly data: string;
  readonly what: 'open' | 'close';
  readonly chatId: number;
  readonly askedMs: number;
  /** How often the place had changed. */
  readonly changes: number;
}

const step = fc.record({
  what: fc.constantFrom(
    'ask open',
    'ask open',
    'ask close',
    'ask close',
    'yes',
    'yes',
    'yes',
    'again',
    'forged',
    'wait',
    'wait long',
  ),
  who: fc.constantFrom(...PEOPLE),
  chat: fc.constantFrom(...CHATS),
  which: fc.nat(1_000),
});
const histories = fc.array(step, { minLength: 120, maxLength: 120 });

const placesNow = async () => {
  const rows = await world.test.database.query(
    (sql) => sql<{ place: string }[]>`
      select chat_id || ' ' || role || ' ' || opened_at || ' ' || coalesce(closed_at::text, 'open') as place from places order by 1`,
  );
  return rows.map(({ place }) => place);
};
const isOpen = async (chatId: number) =>
  (await placesNow()).some((place) => place.startsWith(`${chatId} `) && place.endsWith(' open'));

beforeAll(async () => {
  for (const [index, id] of CHATS.entries()) {
    if (id !== CLOSED) world.telegram.addGroup({ id, title: `Group ${index}`, creatorId: OWNER });
    world.telegram.setMember(id, BOT, 'administrator', RIGHTS);
    for (const userId of [7003, 7004]) world.telegram.addUser({ id: userId, first_name: 'P' });
    for (const userId of [ADMINISTRATOR, 7003, 7004])
      world.telegram.setMember(id, userId, 'administrator', RIGHTS);
  }
  await world.test.database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      values (${OPEN}, ${ADMINISTRATOR}, 'manager', ${OWNER}), (${OPEN}, 7003, 'read_only', ${OWNER})`,
  );
  await world.heard();
});

it('changes places only by the owner’s yes to a question that is fresh, each time once', async () => {
  const seed = randomInt(2 ** 31);
  const [history = []] = fc.sample(histories, { numRuns: 1, seed });
  const questions: Question[] = [];
  const changes = new Map<number, number>();
  const updates: { userId: number; data: string; updateId: number }[] = [];
  const startMs = nowSeconds() * 1000;
  let [nowMs, updateId, done] = [0, 1_000_000, 0];
  const press = async (userId: number, data: string, id = (updateId += 1)) => {
    updates.push({ userId, data, updateId: id });
    return personWith(world.test, userId, { asking: world.asking, botId: BOT }).press(data, id);
  };
  for (const { what, who, chat, which } of history) {
    const before = await placesNow();
    let expected: Question | undefined;
    const question = questions[which % Math.max(1, questions.length)];
    if (what === 'ask open' || what === 'ask close') {
      const change = what === 'ask open' ? 'open' : 'close';
      const { buttons } = await press(
        who,
        `own_${change === 'open' ? 'set-extra' : 'drop-place'}_${OPEN}_${chat}`,
      );
      const data = buttons.find((each) => each.startsWith(`own_${change}-place_`));
      expect({ seed, isAsked: data !== undefined }).toEqual({
        seed,
        isAsked: who === OWNER && chat !== CLOSED && (await isOpen(chat)) === (change === 'close'),
      });
      if (data !== undefined)
        questions.push({ data, what: change, chatId: chat, askedMs: nowMs, changes: changes.get(chat) ?? 0 });
    } else if (what === 'yes' && question !== undefined) {
      const isFresh =
        nowMs - question.askedMs < 60 * MINUTE_MS && (changes.get(question.chatId) ?? 0) === question.changes;
      if (isFresh && who === OWNER) expected = question;
      await press(who, question.data);
    } else if (what === 'again') {
      // Telegram repeats an update whose answer was lost.
      const update = updates[which % Math.max(1, updates.length)];
      if (update !== undefined) {
        await press(update.userId, update.data, update.updateId);
      }
    } else if (what === 'forged') {
      // By the world's clock, neither day is within the last hour.
      const time = (startMs + nowMs + (which % 2 === 0 ? 1 : -2) * DAY_MS).toString(36);
      await press(
        who,
        `own_${which % 3 === 0 ? 'open' : 'close'}-place_${OPEN}_${chat}_${which % 5 === 0 ? '0' : time}`,
      );
    } else if (what.startsWith('wait')) {
      const ms = (what === 'wait' ? 25 : 180) * MINUTE_MS;
      nowMs += ms;
      await world.advance(ms);
    }
    const after = await placesNow();
    if (expected === undefined) {
      expect({ seed, what, who, places: after }).toEqual({ seed, what, who, places: before });
      continue;
    }
    done += 1;
    changes.set(expected.chatId, (changes.get(expected.chatId) ?? 0) + 1);
    expect({ seed, isOpen: await isOpen(expected.chatId) }).toEqual({
      seed,
      isOpen: expected.what === 'open',
    });
    const others = (places: readonly string[]) =>
      places.filter((place) => !place.startsWith(`${String(expected.chatId)} `));
    expect({ seed, others: others(after) }).toEqual({ seed, others: others(before) });
  }
  const acts = await world.test.database.query(
    (sql) =>
      sql`select from audit_log where act in ('place_opened', 'place_closed') and actor_user_id = ${OWNER}`,
  );
  expect({ seed, acts: acts.length }).toEqual({ seed, acts: done });
});
