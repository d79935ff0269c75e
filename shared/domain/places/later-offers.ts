import type { OpenChannelId } from '../common/ids';
import type { AskedChats, FileChannel, KnownChats } from './file-places';

/** What is known beside the file. */
export interface FileFacts {
  readonly known: KnownChats;
  readonly asked: AskedChats;
  /** Places that the file no longer lists are closed. */
  readonly isClosing: boolean;
}

/** An offer as it will be after the import. */
export interface LaterOffer {
  readonly openChannelId: OpenChannelId;
  readonly ownerUserId: number;
  readonly chats: readonly number[];
}

/** The offers that have something to do with the file, after its import. */
export function laterOffers(channels: readonly FileChannel[], { known, isClosing }: FileFacts): LaterOffer[] {
  const ids = new Set([...channels, ...known.places].map(({ openChannelId }) => openChannelId));
  return [...ids].map((openChannelId) => {
    const file = channels.find((channel) => channel.openChannelId === openChannelId);
    const open = known.places.filter((place) => place.openChannelId === openChannelId);
    const kept = open.filter(
      ({ role }) => file === undefined || (role !== 'main' && !(isClosing && file.places)),
    );
    const listed =
      file === undefined ? [] : [file.closedChannelId, ...(file.places ?? []).map((p) => p.chatId)];
    return {
      openChannelId,
      ownerUserId: file?.ownerUserId ?? Number(open[0]?.ownerUserId),
      chats: [...new Set([...kept.map(({ chatId }) => chatId), ...listed.filter((id) => id !== null)])],
    };
  });
}
