import { CHANNEL_ID, OWNER_ID } from '../../../../tests/support/order';
import { addSellingChannel } from '../../../../tests/support/subscription';
import { keepRows } from '../../../../tests/support/keep-rows';
import { useTestDatabase } from '../../../../tests/support/test-database';
import { settingUp } from '../../../../tests/worlds/set-up';
import { LANGUAGES } from '../../../domain/common/language';

const test = useTestDatabase();
let restore: () => Promise<void>;
const world = settingUp(test);

beforeAll(async () => {
  await addSellingChannel(test.database);
  restore = await keepRows(test);
});
beforeEach(() => restore());

const own = (action: string, argument?: string) =>
  `own_${action}_${CHANNEL_ID}${argument === undefined ? '' : `_${argument}`}`;
const owner = () => world.person(OWNER_ID);

async function stored() {
  const [row] = await test.database.query(
    (sql) => sql<{ language: string | null; refreshes: number; log: unknown }[]>`
      select c.language,
        (select count(*)::int from outbox where kind = 'refresh_posts'
          and payload @> jsonb_build_object('openChannelId', c.open_channel_id)) as refreshes,
        (select jsonb_agg(a.details order by a.audit_id) from audit_log a where a.act = 'setting_changed') as log
      from channels c where c.open_channel_id = ${CHANNEL_ID}`,
  );
  return row;
}

it('offers every language that is switched on by its own name', async () => {
  const { text, buttons } = await owner().press(own('language'));
  expect(buttons).toEqual([...LANGUAGES.map((each) => own('set-language', each)), own('settings')]);
  expect(text).toContain('are in English.');
});

it('changes the language of the posts with a promise to edit them', async () => {
  const { text, reaction } = await owner().press(own('set-language', 'de'), 5);
  expect(text).toMatch(/^✔️ Saved\.\n[^]*are in Deutsch\./);
  expect(reaction.isPromised).toBe(true);
  expect(await stored()).toEqual({ language: 'de', refreshes: 1, log: [{ setting: 'language' }] });
  expect((await owner().press(own('settings'))).text).toContain('Language of posts: Deutsch');
});

it('changes the language once if the tap is delivered twice', async () => {
  for (let times = 0; times < 2; times += 1) await owner().press(own('set-language', 'fa'), 6);
  expect(await stored()).toEqual({ language: 'fa', refreshes: 1, log: [{ setting: 'language' }] });
});

it.each(['xx', 'pt', 'EN', 'de-at', ''])('refuses the forged language “%s”', async (language) => {
  await owner().press(own('set-language', language));
  expect(await stored()).toEqual({ language: null, refreshes: 0, log: null });
});
