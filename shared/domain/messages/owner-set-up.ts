import type { Note } from './answers';
import type { ChosenChat, SetUpDraft, SetUpStep } from '../owner/set-up';

/** The pages of setting a channel up, and who else may run it. */
export type SetUpMessage =
  /** The bot was made administrator of channels that are not sold yet. */
  | { readonly type: 'set_up_offered'; readonly titles: readonly string[] }
  | {
      readonly type: 'set_up';
      readonly step: SetUpStep;
      readonly draft: SetUpDraft;
      /** The channels to choose from, where one is to be chosen. */
      readonly chats: readonly ChosenChat[];
      /** Adds the bot to another channel, with the rights it needs there. */
      readonly addUrl: string;
      /** Why it does not go on. */
      readonly complaint: Note | null;
      /** The channel that something is missing in: it can be looked at once more. */
      readonly again: number | null;
    };
