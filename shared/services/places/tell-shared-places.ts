import { listSharedChats } from '../../database/places/shared-chats';
import type { Database } from '../../database/connection/pool';
import type { OpenChannelId } from '../../domain/common/ids';
import type { Promised } from '../../domain/effects';
import { tellShared } from '../../domain/places/tell-shared';

/**
 * What a transfer of a channel promises about chats that it shares with offers of another owner: both are told. Nobody loses
 * access, because only a place that is closed ends it.
 */
export const sharedPlacesTold = async (
  database: Database,
  to: { readonly openChannelId: OpenChannelId; readonly title: string; readonly ownerUserId: number },
  key: string,
): Promise<Promised[]> => tellShared(to, await listSharedChats(database, to), key);
