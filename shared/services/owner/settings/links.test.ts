import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { setUpPath, settingUp } from '../../../../tests/worlds/set-up';
import type { OpenChannelId } from '../../../domain/common/ids';
import type { PostKind } from '../../../domain/posts/posts';
import { parseStartParameter } from '../../../telegram/codec/start-parameter';
import { viewOf } from '../../../telegram/views';
import { sendLinkPicture } from './send-link-picture';

const test = useTestDatabase();
let restore: () => Promise<void>;
const world = settingUp(test);
const openChannelId = CHANNEL_ID as OpenChannelId;
const READER = 7003;

beforeAll(async () => {
  await addSellingChannel(test.database);
  await test.database.query(
    (sql) => sql`
      insert into channel_administrators (open_channel_id, user_id, role, added_by)
      values (${CHANNEL_ID}, ${READER}, 'read_only', ${OWNER_ID})`,
  );
  restore = await keepRows(test);
});
beforeEach(() => restore());

const own = (action: string, argument?: string) =>
  `own_${action}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;

it('copies links that open the offer and the keypad of this channel', async () => {
  const { message } = await world.person(READER).press(own('links'));
  const keys = (message && viewOf(message).keyboard?.inline_keyboard?.flat()) ?? [];
  const copied = keys.flatMap((key) => ('copy_text' in key ? [new URL(key.copy_text.text)] : []));
  expect(copied.map((url) => parseStartParameter(url.searchParams.get('start') ?? ''))).toEqual([
    { type: 'subscribe', openChannelId },
    { type: 'donate', openChannelId },
  ]);
  const shared = keys.flatMap((key) => ('url' in key ? [new URL(key.url).searchParams.get('url')] : []));
  expect(shared).toEqual(copied.map(String));
});

const promisedPictures = () =>
  test.database.query(
    (sql) => sql<{ payload: object }[]>`select payload from outbox where kind = 'send_link_picture'`,
  );

it('promises a QR code once for a tap that arrives twice', async () => {
  for (let times = 0; times < 2; times += 1)
    expect((await world.person(READER).press(own('link-picture', 'offer'), 800)).answer).toMatch(/file/);
  expect(await promisedPictures()).toMatchObject([{ payload: { userId: READER, post: 'offer' } }]);
});

it('promises no QR code of a link that does not exist', async () => {
  await world.person(READER).press(own('link-picture', 'all'));
  expect(await promisedPictures()).toEqual([]);
});

/** Performs the promise of a picture, and returns the captions of the pictures that were sent. */
async function send(userId: number, post: PostKind): Promise<readonly string[]> {
  const captions: string[] = [];
  const sendPhoto = async (_chatId: unknown, _photo: unknown, { caption }: { caption?: string } = {}) => {
    captions.push((caption ?? '').replace(/<[^>]*>/g, ''));
    return undefined as never;
  };
  await sendLinkPicture(
    { database: test.database, api: { sendPhoto }, botUsername: 'telepay_bot' },
    { kind: 'send_link_picture', openChannelId, userId, post },
    { key: 'k', language: 'en' } as never,
  );
  return captions;
}

it.each([
  ['offer', 'sub'],
  ['donate', 'donate'],
] as const)('sends the QR code of the %s link with the link below', async (post, word) => {
  const [caption, ...others] = await send(READER, post);
  expect(caption).toContain(`https://t.me/telepay_bot?start=${word}_${CHANNEL_ID}`);
  expect(others).toEqual([]);
});

it('sends no QR code to a user without a role', async () => {
  expect(await send(OWNER_ID + 1, 'offer')).toEqual([]);
});

describe('at the end of a set-up', () => {
  let next = 1;
  const newIds = () => ({
    userId: 93_000 + (next += 1),
    inside: -1005100000000 - next,
    outside: -1005200000000 - next,
  });

  it('asks first whether to post in the public channel', async () => {
    const { userId, inside, outside } = newIds();
    await world.promote(userId, inside);
    await world.promote(userId, outside, { title: 'News' });
    const path = setUpPath(inside, outside);
    const seen = await world.walk(userId, ...path, 'setup_review_start');
    expect(seen.text).toContain('Post the donate button in News now?');
    expect(seen.buttons.slice(0, 2)).toEqual([`own_post-publish_${outside}`, `own_menu_${outside}`]);
    const published = await world.person(userId).press(seen.buttons[0] ?? '');
    expect(published.text).toContain("I'm posting now.");
  });

  it('shows the links alone without a public channel', async () => {
    const { userId, inside } = newIds();
    await world.promote(userId, inside);
    const seen = await world.walk(userId, ...setUpPath(inside), 'setup_review_start');
    expect(seen.text).toContain(`?start=sub_${inside}`);
    expect(seen.text).not.toContain('now?');
    expect(seen.buttons).not.toContain(`own_post-publish_${inside}`);
  });
});
