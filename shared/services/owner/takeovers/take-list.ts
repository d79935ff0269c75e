import { readClock } from '../../../database/connection/clock';
import { askAgain, readDialog } from '../../../database/common/dialogs';
import { readChannelRoleFor, type ChannelRole } from '../../../database/common/channel-roles';
import { takeStep } from '../../../database/owner/support-dialogs';
import { takeListPart, type ListDraft } from '../../../database/takeovers/list-dialog';
import { typedCount } from '../../../domain/common/typed-numbers';
import { DAY_MS } from '../../../domain/common/time';
import { reply, REPLY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../../domain/effects';
import type { OwnerMessage } from '../../../domain/messages/owner';
import { MAX_DAYS } from '../../../domain/owner/set-up';
import { promised, type Reaction } from '../../../domain/prompt-effects';
import { readUntil } from '../../../domain/takeovers/read-until';
import { MAX_DOWNLOAD_BYTES } from '../../../telegram/download-file';
import type { IntentOf } from '../../../telegram/route-update';
import type { UpdateContext } from '../../common/update-context';
import type { QuestionHandler, QuestionReply } from '../page/ask-question';
import { pageHeader } from '../page/owner-request';

type Until = EffectOf<'read_takeover'>['until'];

interface Reading {
  readonly channelRole: ChannelRole;
  /** `null`: what was typed, which the worker finds in the open question. */
  readonly fileId: string | null;
  readonly until: Until;
}

const promisedReading = (
  { updateId }: UpdateContext,
  { channelRole: { openChannelId, userId }, ...list }: Reading,
): Promised => ({
  effect: { kind: 'read_takeover', openChannelId, userId, ...list },
  key: `update:${updateId}:read_takeover:${list.fileId ?? 'typed'}`,
  expiresInSeconds: REPLY_EXPIRES_SECONDS,
});

/** A list that is typed or forwarded instead of sent as a file. */
export const LIST_QUESTION: QuestionHandler = {
  action: 'take-over',
  keepsTyped: true,
  answer: async ({ context, channelRole, text }) => {
    const { openChannelId, userId } = channelRole;
    const reading = promisedReading(context, { channelRole, fileId: null, until: null });
    const part = { openChannelId, userId, text, promised: [reading] };
    await takeListPart(context.database, context.delivery, part);
    return promised();
  },
};

/** Reads a date, a number of days, or for ever. `undefined` for anything else, and for a time that has passed. */
async function readEnd(context: UpdateContext, text: string, timeZone: string): Promise<Until | undefined> {
  const now = (await readClock(context.database)).getTime();
  const days = typedCount(text, 'day');
  if (days !== undefined) return days > 0 && days <= MAX_DAYS ? now + days * DAY_MS : undefined;
  const read = readUntil(text, timeZone);
  if ('problem' in read || read.end === null) return undefined;
  if (read.end === 'for_ever') return read.end;
  return read.end.getTime() > now ? read.end.getTime() : undefined;
}

/** Has the worker read each list again that has lines without an end. */
async function readUntilThen(
  { context, channelRole, dialog }: QuestionReply,
  until: Until,
): Promise<Reaction> {
  const { text, fileIds = [] } = dialog.draft as ListDraft;
  const lists = [...new Set(fileIds), ...(text === undefined ? [] : [null])];
  await takeStep(context.database, context.delivery, {
    openChannelId: channelRole.openChannelId,
    userId: channelRole.userId,
    action: 'take-over',
    next: { question: 'takeover_list', messageId: null, draft: text === undefined ? {} : { text } },
    promised: lists.map((fileId) => promisedReading(context, { channelRole, fileId, until })),
  });
  return promised();
}

export const UNTIL_QUESTION: QuestionHandler = {
  action: 'take-over',
  keepsTyped: true,
  answer: async (given) => {
    const { context, channelRole, text } = given;
    // The end of a long list may come after the question. An end has one line.
    if (text.includes('\n')) return LIST_QUESTION.answer(given);
    const until = await readEnd(context, text, channelRole.timeZone);
    if (until !== undefined) return readUntilThen(given, until);
    const note = { answer: 'not_an_end' } as const;
    const again: OwnerMessage = { type: 'takeover_until', ...pageHeader(channelRole), note };
    await askAgain(context.database, context.delivery, [reply(context.updateId, channelRole.userId, again)]);
    return promised();
  },
};

/** Takes a document as a list of members, if the user was asked for one. `undefined` if they weren't. */
export async function takeListFile(
  context: UpdateContext,
  { user, document }: IntentOf<'sent_no_text'>,
): Promise<Reaction | undefined> {
  const dialog = document && (await readDialog(context.database, user.id));
  if (dialog?.question !== 'takeover_list' && dialog?.question !== 'takeover_until') return undefined;
  const { openChannelId } = dialog;
  const by = { openChannelId, userId: user.id, action: 'take-over' } as const;
  const channelRole = await readChannelRoleFor(context.database, by);
  if (channelRole === undefined || document === undefined) return undefined;
  if ((document.file_size ?? 0) <= MAX_DOWNLOAD_BYTES) {
    const reading = promisedReading(context, { channelRole, fileId: document.file_id, until: null });
    const part = { openChannelId, userId: user.id, text: null, promised: [reading] };
    await takeListPart(context.database, context.delivery, part);
    return promised();
  }
  const refused = { type: 'takeover_refused', ...pageHeader(channelRole), refusal: 'too_big' } as const;
  await askAgain(context.database, context.delivery, [reply(context.updateId, user.id, refused)]);
  return promised();
}
