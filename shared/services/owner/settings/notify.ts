import { changeDigest, type DigestChange } from '../../../database/reports/digest-settings';
import {
  changeNotifications,
  listMissed,
  promiseTry,
  readNotifications,
  sendMissedAgain,
} from '../../../database/reports/notifications';
import { REPLY_EXPIRES_SECONDS } from '../../../domain/effects';
import { promised } from '../../../domain/prompt-effects';
import {
  timedPageHeader,
  NOT_ALLOWED,
  NOT_IN_USE,
  refuse,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnHandler,
  type Page,
} from '../page/owner-request';

/** How sales are told, to whom, and whether that works. */
export const notifyPage: Page = async ({ database, standing, note }) => {
  const settings = await readNotifications(database, standing);
  return { type: 'notifications', ...timedPageHeader(standing), note, ...settings };
};

const MISSED_SHOWN = 10;

/** What could not be delivered, the latest first. */
export const missedPage: Page = async ({ database, standing, note }) => {
  const { missed: count } = await readNotifications(database, standing);
  const missed = await listMissed(database, { ...standing, limit: MISSED_SHOWN });
  return { type: 'missed_notifications', ...timedPageHeader(standing), missed, count, note };
};

/** The hours of a day, for the digest. */
export const digestHoursPage: Page = async (drawing) => {
  const { database, standing } = drawing;
  const { digestHour } = await readNotifications(database, standing);
  if (digestHour === null) return notifyPage(drawing);
  return { type: 'digest_hours', ...timedPageHeader(standing), hour: digestHour };
};

const saved = (asked: OwnerRequest, isDone: boolean) =>
  isDone
    ? showPageWithNote(asked, notifyPage, { answer: 'notifications_saved' })
    : refuse(asked, NOT_ALLOWED);

const MODES: Readonly<Record<string, Pick<DigestChange, 'isEachTold' | 'isDaily'>>> = {
  each: { isEachTold: true, isDaily: false },
  digest: { isEachTold: false, isDaily: true },
  both: { isEachTold: true, isDaily: true },
};

const set: OwnHandler = async (asked) => {
  const { handled, standing, argument = '' } = asked;
  const { database, delivery } = handled;
  const mode = Object.hasOwn(MODES, argument) ? MODES[argument] : undefined;
  if (mode !== undefined) {
    const isDone = await changeDigest(database, delivery, { ...standing, ...mode, action: 'notify-set' });
    return saved(asked, isDone);
  }
  if (argument !== 'on' && argument !== 'off' && argument !== 'here' && argument !== 'owner')
    return refuse(asked, NOT_IN_USE);
  const isDone = await changeNotifications(database, delivery, { ...standing, change: argument });
  return saved(asked, isDone);
};

const setHour: OwnHandler = async (asked) => {
  const { handled, standing, argument } = asked;
  const { digestHour, isEachTold } = await readNotifications(handled.database, standing);
  if (digestHour === null) return refuse(asked, { answer: 'no_digest' });
  const change = { ...standing, isEachTold, isDaily: true, hour: Number(argument) };
  const isDone = await changeDigest(handled.database, handled.delivery, { ...change, action: 'notify-hour' });
  return saved(asked, isDone);
};

/** The result is drawn by the worker: only sending shows whether it can be delivered. */
const test: OwnHandler = async (asked) => {
  const { handled, standing, button } = asked;
  const { openChannelId, userId } = standing;
  const isDone = await promiseTry(handled.database, handled.delivery, {
    openChannelId,
    userId,
    promised: [
      {
        effect: { kind: 'try_notification', openChannelId, userId, messageId: button?.messageId ?? null },
        key: `update:${handled.updateId}:try`,
        expiresInSeconds: REPLY_EXPIRES_SECONDS,
      },
    ],
  });
  if (!isDone) return refuse(asked, NOT_ALLOWED);
  return button === undefined
    ? promised()
    : promised({ type: 'answer_query', queryId: button.queryId, answer: { answer: 'test_begun' } });
};

const again: OwnHandler = async (asked) => {
  const { handled, standing } = asked;
  if (!(await sendMissedAgain(handled.database, handled.delivery, standing)))
    return refuse(asked, NOT_ALLOWED);
  return { ...(await showPageWithNote(asked, missedPage, { answer: 'missed_coming' })), isPromised: true };
};

export const notifyHandlers = {
  notify: showsPage(notifyPage),
  'notify-set': set,
  'notify-hours': showsPage(digestHoursPage),
  'notify-hour': setHour,
  'notify-test': test,
  'notify-missed': showsPage(missedPage),
  'notify-again': again,
} satisfies Readonly<Record<string, OwnHandler>>;
