import { openDialog } from '../../../database/common/dialogs';
import { confirmTakeover, undoTakeover } from '../../../database/takeovers/confirm-takeover';
import { promiseListTable } from '../../../database/takeovers/promise-table';
import { dropTakeover, type TakeoverChange } from '../../../database/takeovers/takeovers';
import type { Answer } from '../../../domain/messages/answers';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { readTakeoverArgument } from '../../../domain/takeovers/options';
import { askQuestion } from '../page/ask-question';
import { mayHaveFile, promiseFile } from '../page/owner-files';
import {
  NOT_ALLOWED,
  refuseOwnerAction,
  showMessage,
  showPageWithNote,
  type OwnerActionHandler,
  type OwnerRequest,
} from '../page/owner-request';
import { readTakeoverMessage, takeOverPage, takeoverPage } from './pages';

const LIST_ASKED = { question: 'takeover_list', action: 'take-over', draft: {} } as const;

/** Refuses a button about a list that is gone. Waits for the next one, because the answer asks to send it again. */
async function refuseGone(request: OwnerRequest): Promise<Reaction> {
  const { context, channelRole } = request;
  const { openChannelId, userId } = channelRole;
  await openDialog(context.database, context.delivery, {
    openChannelId,
    userId,
    messageId: null,
    ...LIST_ASKED,
  });
  return refuseOwnerAction(request, { answer: 'list_gone' });
}

/** Returns a handler for a button about a list of this channel. Refuses one that it doesn't have. */
const withList =
  (answer: (request: OwnerRequest) => Promise<Reaction>): OwnerActionHandler =>
  async (request) => {
    const found = await readTakeoverMessage({ ...request.context, ...request, note: null });
    return found === undefined ? refuseGone(request) : answer(request);
  };

const showsList =
  (isUndoAsked: boolean): OwnerActionHandler =>
  async (request) => {
    const found = await readTakeoverMessage({ ...request.context, ...request, note: null }, isUndoAsked);
    return found === undefined ? refuseGone(request) : showMessage(request, found);
  };

type Change = (
  request: OwnerRequest,
  list: ReturnType<typeof readTakeoverArgument> & { readonly actorUserId: number },
) => Promise<TakeoverChange>;

const askForList = (request: OwnerRequest, note: Answer | null = null): Promise<Reaction> =>
  askQuestion(request, { ...LIST_ASKED, note }, takeOverPage);

const showList = (request: OwnerRequest): Promise<Reaction> => showPageWithNote(request, takeoverPage, null);

/** Returns a handler that changes where a list stands. A button that comes too late shows where it stands now. */
const changesList = (
  change: Change,
  next: (request: OwnerRequest) => Promise<Reaction> = showList,
): OwnerActionHandler =>
  withList(async (request) => {
    const list = readTakeoverArgument(request.argument ?? '');
    const changed = await change(request, { ...list, actorUserId: request.user.id });
    if (changed === 'not_allowed') return refuseOwnerAction(request, NOT_ALLOWED);
    if (changed === 'changed') return showPageWithNote(request, takeoverPage, { answer: 'list_changed' });
    return { ...(await next(request)), isPromised: true };
  });

const sendTable = withList(async (request) => {
  const { context, channelRole, button } = request;
  const { allowed, retryAfterSeconds } = await mayHaveFile(request);
  if (!allowed) return refuseOwnerAction(request, { answer: 'too_many_files', seconds: retryAfterSeconds });
  const { openChannelId, userId } = channelRole;
  const { takeoverId } = readTakeoverArgument(request.argument ?? '');
  const isPromised = await promiseListTable(context.database, context.delivery, {
    actor: channelRole,
    promised: [promiseFile(request, { kind: 'send_takeover', openChannelId, userId, takeoverId })],
  });
  if (!isPromised || button === undefined) return refuseOwnerAction(request, NOT_ALLOWED);
  return promised({ type: 'answer_query', queryId: button.queryId, answer: { answer: 'file_coming' } });
});

export const takeoverHandlers = {
  'take-over': (request) => askForList(request),
  takeover: showsList(false),
  'list-undo': showsList(true),
  'list-go': changesList(({ context }, list) => confirmTakeover(context.database, list)),
  'list-drop': changesList(
    ({ context }, list) => dropTakeover(context.database, list),
    (request) => askForList(request, { answer: 'list_dropped' }),
  ),
  'list-undo-now': changesList(({ context }, list) => undoTakeover(context.database, list)),
  'list-file': sendTable,
} satisfies Readonly<Record<string, OwnerActionHandler>>;
