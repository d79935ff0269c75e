import { takeToken } from '../../../database/operations/rate-limits';
import { promiseExport, promiseReport } from '../../../database/reports/promise-files';
import { readSalesHistory } from '../../../database/reports/sales-report';
import { reply, REPLY_EXPIRES_SECONDS, type Effect, type Promised } from '../../../domain/effects';
import { EXPORTS } from '../../../domain/reports/exports';
import { promised } from '../../../domain/prompt-effects';
import { periodsOf } from '../../../domain/reports/sales-report';
import { replaceMessage } from '../../common/update-context';
import { NOT_ALLOWED, refuse, type OwnerRequest, type OwnHandler, type Page } from '../page/owner-request';

/** How often somebody may have a picture or a table: each keeps a worker busy for seconds. */
const FILES = { perMinute: 3, burst: 6 };

export const statsPage: Page = async ({ database, standing }) => {
  const { openChannelId, title, role, timeZone } = standing;
  const history = await readSalesHistory(database, openChannelId);
  const { active } = history;
  return { type: 'sales_report', openChannelId, title, role, timeZone, active, periods: periodsOf(history) };
};

/** A file that is promised once for each update. */
const file = ({ handled }: OwnerRequest, effect: Effect): Promised => ({
  effect,
  key: `update:${handled.updateId}:${effect.kind}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

const mayHaveFile = ({ handled, user }: OwnerRequest) =>
  takeToken(handled.database, `files:${user.id}`, FILES);

/** The figures at once, and the picture when it is drawn; without it for who had many of late. */
const stats: OwnHandler = async (asked) => {
  const { handled, user, standing, button } = asked;
  const { openChannelId, userId } = standing;
  const { allowed } = await mayHaveFile(asked);
  const picture = allowed ? [file(asked, { kind: 'send_report', openChannelId, userId })] : [];
  const message = await statsPage({ ...handled, standing, argument: undefined, note: null });
  const answer = button === undefined ? [reply(handled.updateId, user.id, message)] : [];
  const promises = { actor: standing, promised: [...answer, ...picture] };
  if (!(await promiseReport(handled.database, handled.delivery, promises))) return refuse(asked, NOT_ALLOWED);
  return button === undefined ? promised() : { ...replaceMessage(button, message), isPromised: allowed };
};

const sendTable: OwnHandler = async (asked) => {
  const { openChannelId, userId } = asked.standing;
  const name = EXPORTS.find((each) => each === asked.argument);
  if (name === undefined || asked.button === undefined) return refuse(asked, { answer: 'no_such_table' });
  const { allowed, retryAfterSeconds } = await mayHaveFile(asked);
  if (!allowed) return refuse(asked, { answer: 'too_many_files', seconds: retryAfterSeconds });
  const isPromised = await promiseExport(asked.handled.database, asked.handled.delivery, {
    actor: asked.standing,
    table: name,
    promised: [file(asked, { kind: 'send_export', openChannelId, userId, name })],
  });
  if (!isPromised) return refuse(asked, NOT_ALLOWED);
  return promised({ type: 'answer_query', queryId: asked.button.queryId, answer: { answer: 'file_coming' } });
};

export const statsHandlers = { stats, export: sendTable } satisfies Readonly<Record<string, OwnHandler>>;
