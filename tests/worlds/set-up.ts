import { readSetUp } from '../../shared/database/owner/set-ups';
import type { EffectOf } from '../../shared/domain/effects';
import type { AllowedOwners } from '../../shared/domain/owner/allowed-owners';
import type { TestDatabase } from '../support/test-database';
import type { UpdateContext } from '../../shared/services/common/update-context';
import { ALL_RIGHTS, ASKING_NOBODY, fakeTelegram, type FakeChat } from './update-context';
import { offerSetUp, showSetUp } from '../../shared/services/owner/set-up/offer-set-up';
import { personWith, type Seen } from './owner';

const administratorsOf = ({ administrators, members = {} }: FakeChat = NO_CHAT): number[] => [
  ...administrators,
  ...Object.entries(members)
    .filter(([, { status }]) => ['creator', 'administrator'].includes(status))
    .map(([id]) => Number(id)),
];

/** Set-ups without a price in Stars, unless a test says otherwise. */
const NOBODY: AllowedOwners = { isEveryone: false, named: [] };
const NO_CHAT: FakeChat = { administrators: [], botRights: null };

/** The presses of a whole set-up up to its review, without a word typed. */
export const setUpPath = (inside: number, outside: number | 'none' = 'none'): string[] =>
  [
    'open',
    `private_${inside}`,
    `public_${outside}`,
    'title_keep',
    'description_skip',
    'tiers_done',
    'donation_skip',
    'notifications_on',
    'grace_0',
    'tolerance_0',
  ].map((each) => `setup_${each}`);

/** A fake Telegram in which owners add the bot to channels, and a worker that shows the promised pages. */
export function settingUp(test: TestDatabase) {
  const chats = new Map<number, FakeChat>();
  const state = { isSilent: false };
  const asking = fakeTelegram(chats, { isSilent: () => state.isSilent });
  const person = (userId: number, more: Partial<UpdateContext> = {}) =>
    personWith(test, userId, { asking, starsFor: NOBODY, ...more });
  let date = 1_700_000_000;

  /** Plays a user who adds the bot to a channel or a group, or changes its rights there. */
  async function promote(
    userId: number,
    chatId: number,
    given: {
      title?: string;
      username?: string;
      rights?: readonly string[];
      also?: readonly number[];
      status?: string;
      type?: 'supergroup';
    } = {},
  ): Promise<void> {
    const { title = `Channel ${chatId}`, rights = ALL_RIGHTS, also = [], status = 'administrator' } = given;
    const isIn = status === 'administrator';
    chats.set(chatId, {
      title,
      administrators: [userId, ...also],
      botRights: isIn ? rights : null,
      ...(given.type && { type: given.type }),
      ...(given.username && { username: given.username }),
    });
    await person(userId).send({
      my_chat_member: {
        date: (date += 1),
        chat: {
          id: chatId,
          type: given.type ?? 'channel',
          title,
          ...(given.username && { username: given.username }),
        },
        from: { id: userId },
        new_chat_member: { status, ...Object.fromEntries(rights.map((right) => [right, true])) },
      },
    });
  }

  const sent: { chatId: number; text: string }[] = [];
  const api = {
    sendMessage: async (chatId: number, text: string) => {
      sent.push({ chatId, text: text.replace(/<[^>]*>/g, '') });
      return { message_id: 500 + sent.length };
    },
    editMessageText: async (chatId: number, _: number, text: string) => {
      sent.push({ chatId, text: text.replace(/<[^>]*>/g, '') });
      return true;
    },
    getChatMember: asking.getChatMember,
    getChatAdministrators: async (chatId: number) =>
      administratorsOf(chats.get(chatId)).map((id) => ({ user: { id, is_bot: false } })),
  };

  /** Performs the last promise to show a set-up. Returns the page. */
  async function showPromised(userId: number): Promise<string> {
    const [row] = await test.database.query(
      (sql) => sql<{ payload: object }[]>`
        select payload from outbox where kind = 'show_set_up' and payload ->> 'userId' = ${String(userId)}
        order by outbox_id desc limit 1`,
    );
    const effect = { kind: 'show_set_up', ...row?.payload } as EffectOf<'show_set_up'>;
    await showSetUp({ database: test.database, api: api as never }, effect, { language: 'en' });
    return sent.at(-1)?.text ?? '';
  }

  /** Types an answer. Returns the page that the worker then shows. */
  async function type(userId: number, text: string): Promise<string> {
    await person(userId).say(text);
    return showPromised(userId);
  }

  /** Makes the worker greet the user who added the bot to a channel. */
  const greet = (
    chatId: number,
    userId: number,
    more: object = {},
    owners: AllowedOwners = ASKING_NOBODY.owners,
  ) =>
    offerSetUp(
      { database: test.database, api: { ...api, ...more } as never, owners },
      { kind: 'offer_set_up', chatId, userId },
      { language: 'en' },
    );

  /** Plays the set-up by callback data, or `=text` for typed answers. Returns what the last tap showed. */
  async function walk(userId: number, ...steps: readonly string[]): Promise<Seen> {
    let seen: Seen | undefined;
    for (const step of steps) {
      if (step.startsWith('=')) await type(userId, step.slice(1));
      else seen = await person(userId).press(step);
    }
    if (seen === undefined) throw new Error('nothing was pressed');
    return seen;
  }

  return {
    chats,
    state,
    person,
    promote,
    sent,
    api,
    type,
    showPromised,
    greet,
    walk,
    stepOf: async (userId: number) => (await readSetUp(test.database, userId))?.step,
  };
}
