import { readToday } from '../../../database/connection/clock';
import type { Database } from '../../../database/connection/pool';
import { recentSalesFigures } from '../../../database/reports/sales-figures';
import { readChannelRoleFor, type ChannelRole } from '../../../database/common/channel-roles';
import type { EffectOf } from '../../../domain/effects';
import { periodsOf } from '../../../domain/reports/sales-report';
import type { Api } from '../../../telegram/api';
import { sendFile, sendPicture } from '../../../telegram/send-file';
import { salesChartWords } from '../../../telegram/views/owner/lists/chart-words';
import { wordingIn } from '../../../telegram/views/wording';
import { makeExport } from '../../reports/make-export';
import type { Attempt } from '../../common/outcome';

interface ReportDependencies {
  readonly database: Database;
  readonly api: Pick<Api, 'sendPhoto' | 'sendDocument'>;
}

/** Returns a name like `orders_1001234567890_2026-03-04`: the content, the channel without its sign, the channel's day. */
const fileName = async (database: Database, { openChannelId, timeZone }: ChannelRole, what: string) =>
  `${what}_${String(openChannelId).slice(1)}_${await readToday(database, timeZone)}`;

/**
 * Sends a chart of a channel's last thirty days. Does nothing if the user no longer has a role in it. Throws what the Bot API
 * throws. If it is performed twice, the chart arrives twice.
 */
export async function sendReport(
  { database, api }: ReportDependencies,
  { openChannelId, userId }: EffectOf<'send_report'>,
  { language }: Attempt,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'stats' });
  if (channelRole === undefined) return;
  const figures = await recentSalesFigures(database, openChannelId);
  // import() keeps the chart library in a separate bundle, so that it doesn't slow down a cold start.
  const { salesChartPng } = await import('../../../charts/draw-chart');
  const bytes = await salesChartPng(figures.days, salesChartWords(figures.days, wordingIn(language)));
  const { title, role, timeZone } = channelRole;
  const { active, forEver, countedAt } = figures;
  const file = { name: `${await fileName(database, channelRole, 'figures')}.png`, bytes };
  const periods = periodsOf(figures).map(({ period, revenueCents, refunds, inStars }) => ({
    period,
    revenueCents,
    refunds,
    ...(inStars && { inStars }),
  }));
  await sendPicture(
    api,
    { chatId: userId, language },
    {
      file,
      message: {
        type: 'sales_picture',
        openChannelId,
        title,
        role,
        timeZone,
        active,
        forEver,
        periods,
        countedAtMs: countedAt.getTime(),
      },
    },
  );
}

/** Like `sendReport`, with a table instead of a chart. */
export async function sendExport(
  { database, api }: ReportDependencies,
  { openChannelId, userId, name }: EffectOf<'send_export'>,
  { language }: Attempt,
): Promise<void> {
  const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'export' });
  if (channelRole === undefined) return;
  const { bytes, rows, isWhole } = await makeExport(database, { openChannelId, name });
  const { title, role } = channelRole;
  await sendFile(
    api,
    { chatId: userId, language },
    {
      file: { name: `${await fileName(database, channelRole, name)}.csv`, bytes },
      message: { type: 'export_file', openChannelId, title, role, name, rows, isWhole },
    },
  );
}
