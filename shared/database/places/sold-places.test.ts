import fc from 'fast-check';
import { addSellingChannel, CLOSED_ID } from '../../../tests/support/subscription';
import { CHANNEL_ID } from '../../../tests/support/order';
import { useTestDatabase } from '../../../tests/support/test-database';
import type { OpenChannelId } from '../../domain/common/ids';
import { canAdmit, isOutside, placeState, type SeenPlace } from '../../domain/places/place-state';
import { readPosted } from '../posts/posts';
import { readKnownPlace } from './sold-places';

const test = useTestDatabase();
beforeAll(async () => {
  await addSellingChannel(test.database);
});

const seen: fc.Arbitrary<SeenPlace> = fc.record({
  status: fc.constantFrom('creator', 'administrator', 'member', 'restricted', 'left', 'kicked'),
  rights: fc.oneof(
    fc.constant({}),
    fc.record(
      { can_invite_users: fc.boolean(), can_restrict_members: fc.boolean(), can_edit_messages: fc.boolean() },
      { requiredKeys: ['can_edit_messages'] },
    ),
  ),
  isGone: fc.boolean(),
});

it('stops sales exactly when the domain says that nobody can be let in', async () => {
  await fc.assert(
    fc.asyncProperty(seen, async ({ status, rights, isGone }) => {
      await test.database.query(
        (sql) => sql`
          insert into bot_chats (chat_id, title, status, rights, promoted_by, changed_at, gone_at)
          values (${CLOSED_ID}, 'VIP', ${status}, ${sql.json(rights)}, 7, now(), ${isGone ? new Date(0) : null})
          on conflict (chat_id) do update set status = excluded.status, rights = excluded.rights, gone_at = excluded.gone_at`,
      );
      const posted = await readPosted(test.database, CHANNEL_ID as OpenChannelId);
      // The previous release leaves `gone_at` when it stores that the bot is back.
      const known = { status, rights, isGone: isGone && isOutside(status) };
      expect(posted?.isStopped).toBe(!canAdmit(placeState('private', known)));
      expect((await readKnownPlace(test.database, CLOSED_ID)).seen).toEqual(known);
    }),
    { numRuns: 60 },
  );
});

it('sells a channel about which Telegram reported nothing', async () => {
  await test.database.query((sql) => sql`delete from bot_chats`);
  expect((await readPosted(test.database, CHANNEL_ID as OpenChannelId))?.isStopped).toBe(false);
  expect(await readKnownPlace(test.database, CLOSED_ID)).toMatchObject({ seen: null, changedAt: null });
});
