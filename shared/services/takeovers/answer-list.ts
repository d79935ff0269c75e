import type { ChannelRole } from '../../database/common/channel-roles';
import type { Database } from '../../database/connection/pool';
import { readTakeover } from '../../database/takeovers/takeovers';
import { REPLY_EXPIRES_SECONDS, type Promised } from '../../domain/effects';
import { DEFAULT_OPTIONS } from '../../domain/takeovers/options';
import type { BadLine } from '../../domain/takeovers/read-member';
import type { ListRefusal, TakeoverMessage } from '../../domain/takeovers/takeover-message';
import { shownTakeover, takeoverTopic } from '../../domain/takeovers/tell-takeover';
import type { TakenIn } from './take-in-list';

/** So many bad lines are shown. */
const SHOWN_BAD_LINES = 20;

/** How a list is answered: what is said in place of "I'm reading". */
export interface Answered {
  readonly message: TakeoverMessage;
  /** What the message is about from then on. */
  readonly topic?: string;
  readonly bad: readonly BadLine[];
}

/** The answer to a list that can't be used. */
export const refusedBecause = (
  { openChannelId, title, role }: ChannelRole,
  refusal: ListRefusal,
  bad: readonly BadLine[] = [],
): Answered => ({ message: { type: 'takeover_refused', openChannelId, title, role, refusal }, bad });

/** Decides how a list that was read is answered. `undefined`: not at all, because the manager may not take over. */
export async function answerTo(
  database: Database,
  channelRole: ChannelRole,
  taken: TakenIn,
): Promise<Answered | undefined> {
  const { openChannelId, title, role, timeZone } = channelRole;
  const header = { openChannelId, title, role };
  switch (taken.is) {
    case 'not_allowed':
      return undefined;
    case 'refused':
      return refusedBecause(channelRole, taken.refusal, taken.bad);
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
export function promisesOf(
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
