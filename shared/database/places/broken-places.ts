import type { BrokenPlace } from '../../domain/messages/places';
import type { PlaceKind } from '../../domain/places/place';
import { placeState, type SeenPlace } from '../../domain/places/place-state';
import type { Fragment, Sql } from '../connection/options';
import { mainKind as mainKindOf, placeTitle } from './kinds';
import { seenPlace } from './sold-places';

/** The bot in the chats of a channel, as it was reported last. */
export interface SeenPlaces {
  readonly mainKind: PlaceKind | null;
  readonly inPrivate: SeenPlace | null;
  readonly inPublic: SeenPlace | null;
  /** The places of its offer beside the main one, in their order. */
  readonly inExtras: readonly { readonly chatTitle: string; readonly seen: SeenPlace | null }[];
}

const seenIn = (sql: Sql, chatId: Fragment) => sql`
  (select ${seenPlace(sql)} from bot_chats b where b.chat_id = ${chatId})`;

/** The columns of `SeenPlaces` for the channel `c`. */
export const seenPlaces = (sql: Sql): Fragment => sql`
  ${mainKindOf(sql)} as "mainKind", ${seenIn(sql, sql`c.closed_channel_id`)} as "inPrivate", ${seenIn(sql, sql`c.public_channel_id`)} as "inPublic",
  coalesce((select jsonb_agg(jsonb_build_object('chatTitle', ${placeTitle(sql)},
      'seen', case when b.chat_id is not null then ${seenPlace(sql)} end) order by p.position, p.chat_id)
    from places p left join bot_chats b using (chat_id) where p.open_channel_id = c.open_channel_id and p.role <> 'main' and p.closed_at is null), '[]') as "inExtras"`;

/** Replaces what was reported by the chats in which the bot lacks something. */
export function withBrokenPlaces<Row extends SeenPlaces>({
  mainKind,
  inPrivate,
  inPublic,
  inExtras,
  ...row
}: Row): Omit<Row, keyof SeenPlaces> & { readonly places: readonly BrokenPlace[] } {
  const all: readonly BrokenPlace[] = [
    { use: 'private', state: placeState('private', inPrivate), ...(mainKind && { kind: mainKind }) },
    ...inExtras.map(({ chatTitle, seen }) => ({
      use: 'extra' as const,
      state: placeState('extra', seen),
      chatTitle,
    })),
    { use: 'public', state: placeState('public', inPublic) },
  ];
  return { ...row, places: all.filter(({ state }) => state.is !== 'fine') };
}
