import { readChannelRoleFor, type ChannelRole } from '../../database/common/channel-roles';
import {
  askEndOfList,
  endReading,
  moveTopic,
  readTypedList,
  type ListSource,
} from '../../database/takeovers/list-dialog';
import { readTakeover } from '../../database/takeovers/takeovers';
import { REPLY_EXPIRES_SECONDS, type EffectOf, type Promised } from '../../domain/effects';
import { DEFAULT_OPTIONS } from '../../domain/takeovers/options';
import type { BadLine } from '../../domain/takeovers/read-member';
import type { TakeoverMessage } from '../../domain/takeovers/takeover-message';
import { shownTakeover, takeoverTopic } from '../../domain/takeovers/tell-takeover';
import type { Api } from '../../telegram/api';
import { downloadFile } from '../../telegram/download-file';
import type { Attempt, Outcome } from '../common/outcome';
import { showLiving, type LivingDependencies } from '../common/show-living';
import { callTelegram } from '../common/telegram-call';
import { takeInList, type TakenIn } from './take-in-list';

export interface ReadingDependencies {
  readonly database: LivingDependencies['database'];
  readonly api: LivingDependencies['api'] & Pick<Api, 'getFile' | 'token' | 'options'>;
}

/** So many bad lines are shown. */
const SHOWN_BAD_LINES = 20;

/** How a list is answered: what is said in place of "I'm reading". */
interface Answered {
  readonly message: TakeoverMessage;
  /** What the message is about from then on. */
  readonly topic?: string;
  readonly bad: readonly BadLine[];
}

const chunksOf = async (api: ReadingDependencies['api'], source: ListSource): Promise<readonly Buffer[]> =>
  'fileId' in source ? downloadFile(api, source.fileId) : [Buffer.from(source.text)];

async function answerTo(
  { database }: ReadingDependencies,
  { openChannelId, title, role, timeZone }: ChannelRole,
  taken: TakenIn,
): Promise<Answered | undefined> {
  const header = { openChannelId, title, role };
  switch (taken.is) {
    case 'not_allowed':
      return undefined;
    case 'refused': {
      const { refusal, bad } = taken;
      return { message: { type: 'takeover_refused', ...header, refusal }, bad };
    }
    case 'without_end':
      return { message: { type: 'takeover_until', ...header, note: null }, bad: [] };
    case 'taken_in': {
      const { takeoverId, difference, bad } = taken;
      const takeover = await readTakeover(database, takeoverId);
      if (takeover === undefined) return undefined;
      const list = shownTakeover(takeover);
      const page = { list, difference, options: DEFAULT_OPTIONS, timeZone, isUndoAsked: false, note: null };
      const message: TakeoverMessage = { type: 'takeover_page', ...header, ...page };
      return { topic: takeoverTopic(takeoverId), message, bad };
    }
  }
}

/** What is promised with an answer: the bad lines, and what takes the place of "I'm reading". */
function promisesOf(
  { channelRole, key, topic }: { channelRole: ChannelRole; key: string; topic: string },
  { bad, message, topic: moved }: Answered,
): Promised[] {
  const { openChannelId, title, userId: chatId } = channelRole;
  const lines = bad.slice(0, SHOWN_BAD_LINES);
  const about = { type: 'takeover_bad_lines', openChannelId, title, count: bad.length, lines } as const;
  const expiresInSeconds = REPLY_EXPIRES_SECONDS;
  const living = { topic: moved ?? topic, as: 'edit' } as const;
  return [
    ...(bad.length > 0
      ? [
          {
            effect: { kind: 'send_message', chatId, message: about } as const,
            key: `${key}:bad`,
            expiresInSeconds,
          },
        ]
      : []),
    {
      effect: { kind: 'send_message', chatId, message, living },
      key: `${key}:shown`,
      expiresInSeconds,
    },
  ];
}

/**
 * Reads a list that a manager sent and shows what it would change. Nothing of the list is kept but its lines, and those only if
 * it can be taken over. Does nothing if what was typed is read already, or the manager has turned to something else. Safe to repeat.
 */
export const readTakeoverList = (
  deps: ReadingDependencies,
  { openChannelId, userId, fileId, until }: EffectOf<'read_takeover'>,
  { outboxId, key, language }: Attempt,
): Promise<Outcome> =>
  callTelegram(deps, userId, async () => {
    const { database, api } = deps;
    const channelRole = await readChannelRoleFor(database, { openChannelId, userId, action: 'take-over' });
    if (channelRole === undefined) return;
    const source = fileId === null ? await readTypedList(database, channelRole) : { fileId };
    if (source === undefined) return;
    const topic = `list:${outboxId}`;
    const message = { type: 'takeover_reading', openChannelId, title: channelRole.title } as const;
    const reader = { chatId: userId, language };
    await showLiving(deps, reader, { outboxId, message, living: { topic, as: 'edit' } });
    const { timeZone } = channelRole;
    const list = { openChannelId, actorUserId: userId, timeZone, chunks: await chunksOf(api, source), until };
    const answered = await answerTo(deps, channelRole, await takeInList(database, list));
    if (answered === undefined) return;
    if (answered.topic !== undefined) await moveTopic(database, { from: topic, to: answered.topic });
    const promised = promisesOf({ channelRole, key, topic }, answered);
    const end = answered.message.type === 'takeover_until' ? askEndOfList : endReading;
    await end(database, channelRole, { source, promised });
  });
