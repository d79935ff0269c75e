import type { OpenChannelId } from '../../shared/domain/common/ids';
import type { MessageOf } from '../../shared/domain/messages/messages';
import type { BrokenPlace, PlaceMessage, UnreachableChat } from '../../shared/domain/messages/places';
import type { Writing } from './writing';

const openChannelId = -1009999999999999 as OpenChannelId;
const UNTIL = Date.UTC(2126, 2, 4, 12);
const USES = ['private', 'extra', 'public'] as const;
const KINDS = {
  private: ['channel', 'supergroup'],
  extra: ['channel', 'supergroup'],
  public: ['channel'],
} as const;

type PlaceSamples = { readonly [Type in PlaceMessage['type']]: readonly MessageOf<Type>[] };

/** Everything that can be missing in the chats of a channel. */
export const BROKEN: readonly BrokenPlace[] = [
  { use: 'private', state: { is: 'lacking', rights: ['can_invite_users', 'can_restrict_members'] } },
  { use: 'private', state: { is: 'absent' } },
  { use: 'private', state: { is: 'gone' } },
  { use: 'private', kind: 'supergroup', state: { is: 'lacking', rights: ['can_restrict_members'] } },
  { use: 'private', kind: 'supergroup', state: { is: 'absent' } },
  { use: 'private', kind: 'supergroup', state: { is: 'gone' } },
  { use: 'extra', state: { is: 'lacking', rights: ['can_invite_users'] }, chatTitle: 'n'.repeat(128) },
  { use: 'extra', state: { is: 'absent' }, chatTitle: 'Talk' },
  { use: 'extra', state: { is: 'gone' }, chatTitle: 'Talk' },
  { use: 'public', state: { is: 'lacking', rights: ['can_post_messages'] } },
];

export const UNREACHABLE: UnreachableChat = { chatId: -1009999999999999, username: null, chatTitle: null };

/** Every message about the chats of a channel. */
export function placeSamplesOf({ title, text }: Writing): PlaceSamples {
  const ofPlaces = USES.flatMap((use) =>
    KINDS[use].map((kind) => ({ openChannelId, title, chatTitle: title, use, kind })),
  );
  const people = Array.from({ length: 20 }, (_, index) => ({
    payer: {
      userId: 2 ** 52,
      username: index % 3 === 0 ? 'n'.repeat(32) : null,
      firstName: index % 3 === 1 ? text : null,
    },
    paidUntil: UNTIL,
  }));
  const unreachable = { type: 'notices_unreachable', openChannelId, title, ...UNREACHABLE } as const;
  return {
    place_broken: ofPlaces.flatMap((of) =>
      BROKEN.flatMap(({ use, state }) =>
        use !== of.use || state.is === 'gone' || state.is === 'fine'
          ? []
          : [{ type: 'place_broken', ...of, state } as const],
      ),
    ),
    place_works: ofPlaces.map((of) => ({ type: 'place_works', ...of })),
    place_gone: [
      ...ofPlaces.map((of) => ({ type: 'place_gone', ...of, people: [], count: 0 }) as const),
      ...[1, 20].map(
        (shown) =>
          ({
            type: 'place_gone',
            openChannelId,
            title,
            chatTitle: title,
            use: 'private',
            people: people.slice(0, shown),
            count: shown === 1 ? 1 : 1_000_000,
          }) as const,
      ),
    ],
    notices_unreachable: [
      { ...unreachable, reason: text },
      { ...unreachable, chatTitle: title, reason: 'Bad Request: TOPIC_CLOSED' },
      { ...unreachable, chatId: 7, username: 'manager', reason: 'Forbidden: bot was blocked by the user' },
      { ...unreachable, reason: 'Forbidden: the group chat was deleted' },
    ],
  };
}
