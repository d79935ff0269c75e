import { readChannelRoleFor } from '../../database/common/channel-roles';
import type { Database } from '../../database/connection/pool';
import type { EffectOf } from '../../domain/effects';
import type { AllowedOwners } from '../../domain/owner/allowed-owners';
import type { Api } from '../../telegram/api';
import { replaceOrSend } from '../../telegram/send-message';
import { PAGES } from './pages';
import type { Attempt } from '../common/outcome';
import { storedNote } from '../../telegram/views/answers';

interface ShowPageDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendMessage' | 'editMessageText'>;
  readonly botUsername: string;
  readonly owners: AllowedOwners;
  readonly starsFor: AllowedOwners;
}

/**
 * Draws a page about a channel from the current rows, in place of the message that it was requested on. Does nothing if the
 * user no longer has the role for it. Throws what the Bot API throws.
 */
export async function showPage(
  { database, api, botUsername, owners, starsFor }: ShowPageDependencies,
  { userId, openChannelId, messageId, page, argument, answer, note }: EffectOf<'show_page'>,
  { language }: Attempt,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: page });
  if (channelRole === undefined) return;
  const message = await PAGES[page]({
    database,
    botUsername,
    owners,
    starsFor,
    channelRole,
    argument: argument ?? undefined,
    note: storedNote(answer, note),
  });
  await replaceOrSend(api, { chatId: userId, messageId, language }, message);
}
