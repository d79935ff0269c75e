import { promiseExport, promiseReport } from '../../../database/reports/promise-files';
import { recentSalesFigures } from '../../../database/reports/sales-figures';
import { reply } from '../../../domain/effects';
import { EXPORTS } from '../../../domain/reports/exports';
import { promised } from '../../../domain/prompt-effects';
import { periodsOf } from '../../../domain/reports/sales-report';
import { replaceMessage } from '../../common/update-context';
import { mayHaveFile, promiseFile } from '../page/owner-files';
import {
  NOT_ALLOWED,
  refuseOwnerAction,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

export const statsPage: PageBuilder = async ({ database, channelRole }) => {
  const { openChannelId, title, role, timeZone } = channelRole;
  const figures = await recentSalesFigures(database, openChannelId);
  const { active, forEver, starMonth, countedAt } = figures;
  return {
    type: 'sales_report',
    openChannelId,
    title,
    role,
    timeZone,
    active,
    forEver,
    periods: periodsOf(figures),
    starMonth,
    countedAtMs: countedAt.getTime(),
  };
};

/** Shows the figures at once and promises the chart, unless the user has reached their limit. */
const stats: OwnerActionHandler = async (request) => {
  const { context, user, channelRole, button } = request;
  const { openChannelId, userId } = channelRole;
  const { allowed } = await mayHaveFile(request);
  const picture = allowed ? [promiseFile(request, { kind: 'send_report', openChannelId, userId })] : [];
  const message = await statsPage({ ...context, channelRole, argument: undefined, note: null });
  const answer = button === undefined ? [reply(context.updateId, user.id, message)] : [];
  const promises = { actor: channelRole, promised: [...answer, ...picture] };
  if (!(await promiseReport(context.database, context.delivery, promises)))
    return refuseOwnerAction(request, NOT_ALLOWED);
  return button === undefined ? promised() : { ...replaceMessage(button, message), isPromised: allowed };
};

const sendTable: OwnerActionHandler = async (request) => {
  const { openChannelId, userId } = request.channelRole;
  const name = EXPORTS.find((each) => each === request.argument);
  if (name === undefined || request.button === undefined)
    return refuseOwnerAction(request, { answer: 'no_such_table' });
  const { allowed, retryAfterSeconds } = await mayHaveFile(request);
  if (!allowed) return refuseOwnerAction(request, { answer: 'too_many_files', seconds: retryAfterSeconds });
  const isPromised = await promiseExport(request.context.database, request.context.delivery, {
    actor: request.channelRole,
    table: name,
    promised: [promiseFile(request, { kind: 'send_export', openChannelId, userId, name })],
  });
  if (!isPromised) return refuseOwnerAction(request, NOT_ALLOWED);
  return promised({
    type: 'answer_query',
    queryId: request.button.queryId,
    answer: { answer: 'file_coming' },
  });
};

export const statsHandlers = { stats, export: sendTable } satisfies Readonly<
  Record<string, OwnerActionHandler>
>;
