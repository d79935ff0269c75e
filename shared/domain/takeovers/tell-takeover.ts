import { RULING_ROLE } from '../common/roles';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ShownTakeover, TakeoverMessage } from './takeover-message';
import { DEFAULT_OPTIONS } from './options';
import { TAKEOVER_PAGE, type Takeover } from './takeover-line';

/** How often the progress of a list is told. */
const STEPS = 20;

/** The topic of the message that shows a list. */
export const takeoverTopic = (takeoverId: number): string => `takeover:${takeoverId}`;

export const shownTakeover = (takeover: Takeover): ShownTakeover => {
  const { takeoverId, state, startedAt, done, total, waiting, outcomes, heldUntil } = takeover;
  return { takeoverId, state, startedAt, done, total, waiting, outcomes, heldUntil };
};

/** Returns `true` if the last page passed a twentieth of the lines. More edits would only cost Telegram's patience. */
function isWorthTelling({ state, done, total }: Takeover): boolean {
  if (state !== 'applying' && state !== 'undoing') return true;
  const step = (lines: number) => Math.floor((Math.max(0, lines) * STEPS) / Math.max(1, total));
  return step(done) !== step(done - TAKEOVER_PAGE);
}

/** What is promised to tell how far a list is, after each of its pages. */
export function tellTakeover(takeover: Takeover): Promised[] {
  const { takeoverId, openChannelId, title, timeZone, state, done } = takeover;
  if (!isWorthTelling(takeover)) return [];
  const message: Extract<TakeoverMessage, { type: 'takeover_page' }> = {
    type: 'takeover_page',
    openChannelId,
    title,
    timeZone,
    role: RULING_ROLE,
    list: shownTakeover(takeover),
    difference: null,
    options: DEFAULT_OPTIONS,
    isUndoAsked: false,
    note: null,
  };
  const isOver = state === 'applied' || state === 'undone';
  return [
    {
      effect: {
        kind: 'send_message',
        chatId: takeover.confirmedBy ?? takeover.startedBy,
        message,
        living: { topic: takeoverTopic(takeoverId), as: isOver ? 'new' : 'edit' },
      },
      key: `${takeoverTopic(takeoverId)}:told:${state}:${done}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    },
  ];
}
