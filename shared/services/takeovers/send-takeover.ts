import { readChannelRoleFor } from '../../database/common/channel-roles';
import type { Database } from '../../database/connection/pool';
import { readListedLines } from '../../database/takeovers/listed-lines';
import { readTakeover } from '../../database/takeovers/takeovers';
import type { EffectOf } from '../../domain/effects';
import type { Api } from '../../telegram/api';
import { sendFile } from '../../telegram/send-file';
import type { Attempt } from '../common/outcome';
import { csvWriter } from '../common/csv-table';
import { endInTable } from './list-table';

const HEADER = ['line', 'id', 'username', 'until', 'note', 'change', 'result'];

export interface FileDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendDocument'>;
}

/**
 * Sends a manager a list with what each line would change, or has changed. Does nothing if they no longer may see it. If it is
 * performed twice, the table arrives twice. Throws what the Bot API throws.
 */
export async function sendTakeover(
  { database, api }: FileDependencies,
  { openChannelId, userId, takeoverId }: EffectOf<'send_takeover'>,
  { language }: Attempt,
): Promise<void> {
  const [channelRole, takeover] = await Promise.all([
    readChannelRoleFor(database, { openChannelId, userId, action: 'take-over' }),
    readTakeover(database, takeoverId),
  ]);
  if (channelRole === undefined || takeover?.openChannelId !== openChannelId) return;
  const write = await csvWriter();
  const parts = [write([HEADER], true)];
  for await (const lines of readListedLines(database, takeoverId))
    parts.push(
      write(
        lines.map(({ line, userId: id, username, until, note, verdict, outcome }) => [
          line,
          id,
          username,
          endInTable(until),
          note,
          verdict,
          outcome,
        ]),
      ),
    );
  const message = { type: 'takeover_file', openChannelId, title: channelRole.title } as const;
  const file = { name: `list_${takeoverId}.csv`, bytes: Buffer.concat(parts) };
  await sendFile(api, { chatId: userId, language }, { file, message });
}
