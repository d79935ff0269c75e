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
  refuseOwnerAction,
  showsPage,
  showPageWithNote,
  type OwnerRequest,
  type OwnerActionHandler,
  type PageBuilder,
} from '../page/owner-request';

/** Builds the page about notifications: when and where they are sent, and whether that works. */
export const notifyPage: PageBuilder = async ({ database, channelRole, note }) => {
  const settings = await readNotifications(database, channelRole);
  return { type: 'notifications', ...timedPageHeader(channelRole), note, ...settings };
};

const MISSED_SHOWN = 10;

/** Builds the list of notifications that couldn't be delivered, newest first. */
export const missedPage: PageBuilder = async ({ database, channelRole, note }) => {
  const { missed: count } = await readNotifications(database, channelRole);
  const missed = await listMissed(database, { ...channelRole, limit: MISSED_SHOWN });
  return { type: 'missed_notifications', ...timedPageHeader(channelRole), missed, count, note };
};

/** Builds the page with the hours to choose from for the digest. */
export const digestHoursPage: PageBuilder = async (input) => {
  const { database, channelRole } = input;
  const { digestHour } = await readNotifications(database, channelRole);
  if (digestHour === null) return notifyPage(input);
  return { type: 'digest_hours', ...timedPageHeader(channelRole), hour: digestHour };
};

const showSaved = (request: OwnerRequest, isDone: boolean) =>
  isDone
    ? showPageWithNote(request, notifyPage, { answer: 'notifications_saved' })
    : refuseOwnerAction(request, NOT_ALLOWED);

const MODES: Readonly<Record<string, Pick<DigestChange, 'isEachTold' | 'isDaily'>>> = {
  each: { isEachTold: true, isDaily: false },
  digest: { isEachTold: false, isDaily: true },
  both: { isEachTold: true, isDaily: true },
};

const setNotifications: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument = '' } = request;
  const { database, delivery } = context;
  const mode = Object.hasOwn(MODES, argument) ? MODES[argument] : undefined;
  if (mode !== undefined) {
    const isDone = await changeDigest(database, delivery, { ...channelRole, ...mode, action: 'notify-set' });
    return showSaved(request, isDone);
  }
  if (argument !== 'on' && argument !== 'off' && argument !== 'here' && argument !== 'owner')
    return refuseOwnerAction(request, NOT_IN_USE);
  const isDone = await changeNotifications(database, delivery, { ...channelRole, change: argument });
  return showSaved(request, isDone);
};

const setHour: OwnerActionHandler = async (request) => {
  const { context, channelRole, argument } = request;
  const { digestHour, isEachTold } = await readNotifications(context.database, channelRole);
  if (digestHour === null) return refuseOwnerAction(request, { answer: 'no_digest' });
  const change = { ...channelRole, isEachTold, isDaily: true, hour: Number(argument) };
  const isDone = await changeDigest(context.database, context.delivery, { ...change, action: 'notify-hour' });
  return showSaved(request, isDone);
};

/** The worker draws the result, because only sending shows whether the message can be delivered. */
const promiseTestNotification: OwnerActionHandler = async (request) => {
  const { context, channelRole, button } = request;
  const { openChannelId, userId } = channelRole;
  const isDone = await promiseTry(context.database, context.delivery, {
    openChannelId,
    userId,
    promised: [
      {
        effect: { kind: 'try_notification', openChannelId, userId, messageId: button?.messageId ?? null },
        key: `update:${context.updateId}:try`,
        expiresInSeconds: REPLY_EXPIRES_SECONDS,
      },
    ],
  });
  if (!isDone) return refuseOwnerAction(request, NOT_ALLOWED);
  return button === undefined
    ? promised()
    : promised({ type: 'answer_query', queryId: button.queryId, answer: { answer: 'test_begun' } });
};

const sendAgain: OwnerActionHandler = async (request) => {
  const { context, channelRole } = request;
  if (!(await sendMissedAgain(context.database, context.delivery, channelRole)))
    return refuseOwnerAction(request, NOT_ALLOWED);
  return { ...(await showPageWithNote(request, missedPage, { answer: 'missed_coming' })), isPromised: true };
};

export const notifyHandlers = {
  notify: showsPage(notifyPage),
  'notify-set': setNotifications,
  'notify-hours': showsPage(digestHoursPage),
  'notify-hour': setHour,
  'notify-test': promiseTestNotification,
  'notify-missed': showsPage(missedPage),
  'notify-again': sendAgain,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
