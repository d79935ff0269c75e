import type { Phase } from '../common/subscription';
import type { PlaceKind } from './place';
import type { Payer } from '../messages/parts';

/** A chat of an offer, as owners read it. */
export interface NamedPlace {
  readonly title: string;
  readonly kind: PlaceKind;
}

/** A user's place in a private channel or group, as far as Telegram showed it. `unseen`: it never did. */
export type Whereabouts = 'in' | 'administrator' | 'out' | 'banned' | 'unseen';

/** The invite link of a user who paid: working, no longer working, or none. */
export type InviteState = 'live' | 'ended' | 'none';

/** A user who is in a channel, or paid for it. Times here and below are epoch milliseconds. */
export interface KnownMember {
  readonly payer: Payer;
  readonly whereabouts: Whereabouts;
  readonly paidUntil: number | null;
  readonly phase: Phase;
  /** How they joined, as far as we know; `null` if they were never seen in the channel. */
  readonly origin: 'admitted' | 'before' | 'unknown' | null;
  readonly wayIn: InviteState;
  /** They are in so many of so many places. Absent or `null`: there is one. */
  readonly places?: { readonly inside: number; readonly places: number } | null;
  /** Another offer that lets them into the main place, and until when. Absent or `null`: none does. */
  readonly other?: OtherOffer | null;
}

/** Another offer that opens a place to a member. */
export interface OtherOffer {
  readonly title: string;
  readonly until: number;
}

/** What is known about a user in one of several places. */
export interface MemberPlace extends NamedPlace, Pick<KnownMember, 'whereabouts' | 'origin' | 'wayIn'> {
  readonly seenAt: number | null;
  readonly isProtected: boolean;
  /** They are being removed. */
  readonly isRemoving: boolean;
  readonly removedAt: number | null;
  /** Why they can't be removed, in Telegram's words. */
  readonly removalTrouble: string | null;
  /** Why they can't be let in. */
  readonly hindrance: 'too_many_chats' | 'refused' | null;
  readonly other: OtherOffer | null;
}
