import { keepRows } from '../../../tests/support/keep-rows';
import { CHANNEL_ID, OWNER_ID } from '../../../tests/support/order';
import type { Database } from '../../database/connection/pool';
import { leastRoleFor, OWNER_ACTIONS, type OwnerActionName } from '../../domain/owner/owner-actions';
import type { OwnerQuestion } from '../../domain/messages/owner';
import { mayAct, type Role } from '../../domain/common/roles';
import { personWith, type Seen } from '../../../tests/worlds/owner';
import {
  ACTORS,
  ANSWERS,
  ARGUMENTS,
  OLDER_BUTTONS,
  OTHER_ID,
  OTHER_TITLE,
  TITLE,
  usePermissionWorld,
  type ActorName,
} from '../../../tests/worlds/permissions';
import { QUESTIONS } from './questions';

const world = usePermissionWorld();
let restore: () => Promise<void>;
beforeAll(async () => {
  restore = await keepRows(world.test);
});
beforeEach(() => restore());

const ROLE: Readonly<Partial<Record<ActorName, Role>>> = {
  owner: 'owner',
  manager: 'manager',
  reader: 'read_only',
};
const may = (actor: ActorName, action: OwnerActionName): boolean => {
  const role = ROLE[actor];
  return role !== undefined && mayAct(role, leastRoleFor(action));
};
const REFUSALS = [
  "You don't run this offer. Send /channels to see yours.",
  "Your role in this offer doesn't allow this. Ask its owner.",
  'Only the owner and managers can decide this.',
  "I can't find this order. Send /orders to see the list.",
  'This button no longer works. Send /help to see what I can do.',
];

const isShown = ({ message, answer, reaction }: Seen): boolean =>
  (message !== undefined || reaction.isPromised) && !REFUSALS.includes(answer ?? '');
const saysNothingOf = (seen: Seen, ...secrets: readonly string[]): boolean =>
  secrets.every((secret) => !JSON.stringify(seen).includes(secret));

const press = (actor: ActorName, data: string) => personWith(world.test, ACTORS[actor]).press(data);
const argumentFor = async (action: OwnerActionName, actor: number, channel: number) => {
  const argument = ARGUMENTS[action];
  return typeof argument === 'function' ? argument(world, actor, channel) : argument;
};
const dataOf = (action: OwnerActionName, channel: number, argument: string | undefined) =>
  `own_${action}_${channel}${argument === undefined ? '' : `_${argument}`}`;

/** Arguments that the bot never puts on a button: wrong types, too long, or special to databases and shells. */
const NONSENSE = [
  '0',
  '1',
  '-1',
  '999999',
  '4503599627370497',
  '9'.repeat(30),
  'x',
  'title',
  'constructor',
  'support_reason',
  '7002_30',
  '43_0',
  'A'.repeat(22),
  "'; drop table channels; --",
  '%s\\0\u0000',
  '_',
  '🎁',
];

const ACTIONS = Object.keys(OWNER_ACTIONS) as OwnerActionName[];
const NAMES = Object.keys(ACTORS) as ActorName[];
const TABLE = NAMES.flatMap((actor) => ACTIONS.map((action) => [actor, action] as const));

describe.each(TABLE)('%s presses %s', (actor, action) => {
  it(may(actor, action) ? 'shows the result' : 'changes and reveals nothing', async () => {
    const data = dataOf(action, CHANNEL_ID, await argumentFor(action, ACTORS[actor], CHANNEL_ID));
    const before = await world.state();
    const seen = await press(actor, data);
    expect({ data, isShown: isShown(seen) }).toEqual({ data, isShown: may(actor, action) });
    // The log never names anyone but the user who pressed.
    expect((await world.authors()).filter((author) => author !== ACTORS[actor])).toEqual([]);
    if (may(actor, action)) return;
    expect(saysNothingOf(seen, TITLE)).toBe(true);
    expect(await world.state()).toEqual(before);
  });

  it('ignores forged buttons about anything that is not theirs', async () => {
    const foreign = await argumentFor(action, 7008, OTHER_ID);
    const own = await argumentFor(action, ACTORS[actor], OTHER_ID);
    const forged = [
      ...[foreign, own, undefined, ...NONSENSE].map((argument) => dataOf(action, OTHER_ID, argument)),
      ...[foreign, own, undefined, ...NONSENSE].map((argument) => dataOf(action, CHANNEL_ID, argument)),
      dataOf(action, -1009999999999999, foreign),
    ];
    const [all, others] = [await world.state(), await world.ofOther()];
    for (const data of forged) {
      const seen = await press(actor, data);
      expect({ data, isQuiet: saysNothingOf(seen, OTHER_TITLE) }).toEqual({ data, isQuiet: true });
      if (!may(actor, action) || data.includes(String(OTHER_ID)))
        expect({ data, isShown: isShown(seen) }).toEqual({ data, isShown: false });
    }
    expect(await world.ofOther()).toBe(others);
    if (!may(actor, action)) expect(await world.state()).toEqual(all);
  });
});

/** The kinds of everything promised since: for a refused reply, only `not_understood`. */
const promisedSince = async (outboxId: number) =>
  (
    await world.test.database.query(
      (sql) => sql<{ what: string }[]>`
        select coalesce(payload #>> '{message,type}', kind) as what from outbox where outbox_id > ${outboxId}`,
    )
  ).map(({ what }) => what);
const lastPromise = async () =>
  (
    await world.test.database.query(
      (sql) => sql<{ id: number }[]>`select coalesce(max(outbox_id), 0)::int as id from outbox`,
    )
  )[0]?.id ?? 0;
/** Tables that change with every message, even if it is refused. */
const CHAT_TABLES = ['inbox', 'outbox', 'chats', 'dialogs'];

const QUESTION_NAMES = Object.keys(ANSWERS) as OwnerQuestion[];

it('covers every question', () => {
  expect(QUESTION_NAMES.sort()).toEqual(Object.keys(QUESTIONS).sort());
});

describe.each(NAMES.flatMap((actor) => QUESTION_NAMES.map((question) => [actor, question] as const)))(
  '%s answers %s',
  (actor, question) => {
    const isTheirs = may(actor, QUESTIONS[question].action);
    it.each([CHANNEL_ID, OTHER_ID])(
      'about channel %s only if their role still allows it',
      async (channel) => {
        await world.ask(ACTORS[actor], channel, question);
        const [before, since] = [await world.state(CHAT_TABLES), await lastPromise()];
        const { text } = ANSWERS[question];
        const seen = await personWith(world.test, ACTORS[actor]).say(text);
        expect(saysNothingOf(seen, OTHER_TITLE)).toBe(true);
        if (isTheirs && channel === CHANNEL_ID) {
          // A list of members is read first, and the page follows.
          expect(await promisedSince(since)).toContain(
            question.startsWith('takeover_') ? 'read_takeover' : 'show_page',
          );
          expect((await world.authors()).filter((author) => author !== ACTORS[actor])).toEqual([]);
          return;
        }
        expect(await promisedSince(since)).toEqual(['not_understood']);
        expect(await world.state(CHAT_TABLES)).toEqual(before);
      },
    );
  },
);

describe.each(NAMES.flatMap((actor) => Object.keys(OLDER_BUTTONS).map((name) => [actor, name] as const)))(
  '%s presses the older %s',
  (actor, name) => {
    const older = OLDER_BUTTONS[name];
    if (older === undefined) throw new Error(name);
    it.each([CHANNEL_ID, OTHER_ID])('of channel %s only if their role allows it', async (channel) => {
      const isTheirs = older.may.includes(actor) && channel === CHANNEL_ID;
      const data = await older.data(world, channel);
      const before = await world.state();
      const seen = await press(actor, data);
      expect({ data, isShown: isShown(seen) }).toEqual({ data, isShown: isTheirs });
      if (isTheirs) return;
      expect(saysNothingOf(seen, TITLE, OTHER_TITLE)).toBe(true);
      expect(await world.state()).toEqual(before);
    });
  },
);

/** A database that gives the channel to another owner after `queries` queries: between role check and action. */
function losingChannelAfter(queries = 1): Database {
  const { database } = world.test;
  let count = 0;
  return {
    ...database,
    query: async (run) => {
      const rows = await database.query(run);
      count += 1;
      if (count === queries) await world.setOwner(ACTORS['former owner']);
      return rows;
    },
  };
}

/** Actions that count the files a user requests. They count before the action, so a refused request counts too. */
const COUNTED: readonly OwnerActionName[] = ['stats', 'export', 'link-picture', 'list-file'];

/** Besides, a dialog ends, a limit is taken, and figures that were counted are remembered for a minute. */
const BESIDE = ['dialogs', 'rate_limits', 'sales_figures'];

it.each(ACTIONS)('ignores `%s` if the owner loses the channel before it runs', async (action) => {
  const data = dataOf(action, CHANNEL_ID, await argumentFor(action, OWNER_ID, CHANNEL_ID));
  const before = await world.state(BESIDE);
  const database = losingChannelAfter();
  await personWith(world.test, OWNER_ID, { database }).press(data);
  await world.setOwner(OWNER_ID);
  expect(await world.state(BESIDE)).toEqual(before);
  expect(await world.limitsTaken()).toEqual(COUNTED.includes(action) ? [`files:${OWNER_ID}`] : []);
});

it.each(QUESTION_NAMES)(
  'ignores a reply to `%s` if the owner loses the channel before it is saved',
  async (question) => {
    await world.ask(OWNER_ID, CHANNEL_ID, question);
    const before = await world.state(CHAT_TABLES);
    // The first two queries read the dialog and the set-up, the third the role.
    const database = losingChannelAfter(3);
    await personWith(world.test, OWNER_ID, { database }).say(ANSWERS[question].text);
    await world.setOwner(OWNER_ID);
    expect(await world.state(CHAT_TABLES)).toEqual(before);
  },
);

it('ignores the open question and the open confirmation of a demoted manager', async () => {
  const [manager] = [ACTORS.manager];
  const ruling = await world.addRuling(manager, CHANNEL_ID);
  await world.ask(manager, CHANNEL_ID, 'support_reason');
  await world.test.database.query(
    (sql) => sql`update channel_administrators set role = 'read_only' where user_id = ${manager}`,
  );
  const before = await world.state(CHAT_TABLES);
  const since = await lastPromise();
  await personWith(world.test, manager).say('Because');
  const seen = await press('manager', `own_confirm_${CHANNEL_ID}_${ruling}`);
  expect(seen.answer).toBe("Your role in this offer doesn't allow this. Ask its owner.");
  expect(await promisedSince(since)).toEqual(['not_understood']);
  expect(await world.state(CHAT_TABLES)).toEqual(before);
});

it('lets nobody but its author confirm a ruling', async () => {
  const ruling = await world.addRuling(ACTORS.reader, CHANNEL_ID);
  const before = await world.state(['dialogs']);
  const seen = await press('owner', `own_confirm_${CHANNEL_ID}_${ruling}`);
  expect(seen.text).toContain("There's nothing left to confirm.");
  expect(await world.state(['dialogs'])).toEqual(before);
});
