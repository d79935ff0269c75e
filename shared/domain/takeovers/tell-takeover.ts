import { RULING_ROLE } from '../common/roles';
import { MONEY_EXPIRES_SECONDS, type Promised } from '../effects';
import type { ShownTakeover, TakeoverMessage } from './takeover-message';
import { DEFAULT_OPTIONS } from './options';
import type { Takeover } from './takeover-line';

/** How often the progress of a list is told. */
const STEPS = 20;

/** The topic of the message that shows a list. */
export const takeoverTopic = (takeoverId: number): string => `takeover:${takeoverId}`;

export const shownTakeover = (takeover: Takeover): ShownTakeover => {
  const { takeoverId, state, startedAt, done, total, waiting, outcomes, heldUntil, isUndoable } = takeover;
  return { takeoverId, state, startedAt, done, total, waiting, outcomes, heldUntil, isUndoable };
};

interface WrittenPage {
  /** As they were before the page, of so many `lines`. */
  readonly done: number;
  readonly total: number;
  readonly lines: number;
  readonly next: 'page' | 'end' | null;
}

/** Returns `true` if a page was the last one, or passed a twentieth of the lines. More edits would only cost Telegram's patience. */
export function isWorthTelling({ done, total, lines, next }: WrittenPage): boolean {
  const step = (at: number) => Math.floor((at * STEPS) / Math.max(1, total));
  return next !== 'page' || step(done + lines) !== step(done);
}

/**
 * What is promised to tell how far a list is. Its end is a new message, which sounds. Later, people are met whose names waited:
 * they only change what that message shows, because there may be many.
 */
export function tellTakeover(
  takeover: Takeover,
  { isForMetPeople }: { readonly isForMetPeople: boolean },
): Promised[] {
  const { takeoverId, openChannelId, title, timeZone, state, done } = takeover;
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
  const as = isOver ? (isForMetPeople ? 'edit_only' : 'new') : 'edit';
  return [
    {
      effect: {
        kind: 'send_message',
        chatId: takeover.confirmedBy ?? takeover.startedBy,
        message,
        living: { topic: takeoverTopic(takeoverId), as },
      },
      key: `${takeoverTopic(takeoverId)}:told:${state}:${as === 'new' ? 'end' : done}`,
      expiresInSeconds: MONEY_EXPIRES_SECONDS,
    },
  ];
}
