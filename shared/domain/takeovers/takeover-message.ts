import type { OpenChannelId } from '../common/ids';
import type { TakeoverOptions } from './options';
import type { BadLine } from './read-member';
import type { ListDifference, Takeover } from './takeover-line';
import type { Note } from '../messages/answers';
import type { OfChannel } from '../messages/parts';

/** A list as its page shows it. */
export type ShownTakeover = Pick<
  Takeover,
  | 'takeoverId'
  | 'state'
  | 'startedAt'
  | 'done'
  | 'total'
  | 'waiting'
  | 'outcomes'
  | 'heldUntil'
  | 'isUndoable'
>;

/** Why a list that was sent can't be used. `too_big`, `not_given`: the bot can't download it. `no_good_line`: each of its lines is bad. */
export type ListRefusal =
  'not_text' | 'spreadsheet' | 'too_many_lines' | 'empty' | 'too_big' | 'not_given' | 'no_good_line';

/** Messages about taking over the members of a chat from a list. */
export type TakeoverMessage =
  /** Asks for a list. */
  | ({
      readonly type: 'takeover_start';
      readonly earlier: readonly Pick<Takeover, 'takeoverId' | 'state' | 'startedAt' | 'total'>[];
      readonly timeZone: string;
      readonly note: Note | null;
    } & OfChannel)
  | { readonly type: 'takeover_reading'; readonly openChannelId: OpenChannelId; readonly title: string }
  /** Asks for the end of lines that have none. */
  | ({ readonly type: 'takeover_until'; readonly note: Note | null } & OfChannel)
  /** Where a list stands: what it would change, how far it is, or what became of it. */
  | ({
      readonly type: 'takeover_page';
      readonly list: ShownTakeover;
      /** `null` once the list is no longer only compared. */
      readonly difference: ListDifference | null;
      readonly options: TakeoverOptions;
      /** Asks once more before the list is undone. */
      readonly isUndoAsked: boolean;
      readonly timeZone: string;
      readonly note: Note | null;
    } & OfChannel)
  /** The lines of a list that can't be read: the first of `count`. */
  | {
      readonly type: 'takeover_bad_lines';
      readonly openChannelId: OpenChannelId;
      readonly title: string;
      readonly count: number;
      readonly lines: readonly BadLine[];
    }
  | ({ readonly type: 'takeover_refused'; readonly refusal: ListRefusal } & OfChannel)
  /** Comes with a list as a table. */
  | { readonly type: 'takeover_file'; readonly openChannelId: OpenChannelId; readonly title: string };
