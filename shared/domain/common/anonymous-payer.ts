import type { Payer } from '../messages/parts';

/** Stands for a donor who stays anonymous, wherever an owner could read who paid. Telegram gives nobody this id. */
export const ANONYMOUS_PAYER: Payer = { userId: 0, username: null };

export const isAnonymousPayer = ({ userId }: Payer): boolean => userId === ANONYMOUS_PAYER.userId;

/** A person as a message names them: by first name only without a @username, because only then it is shown. */
export const payerOf = ({ userId, username, firstName }: Payer): Payer => ({
  userId,
  username,
  ...(username === null && firstName != null && { firstName }),
});

/** What a donor chose to tell the owner. */
export interface DonorWishes {
  readonly note: string | null;
  readonly isAnonymous: boolean;
}

/** The payer of an order as its owner may know them. */
export const payerForOwner = ({
  payer,
  donor,
}: {
  readonly payer: Payer;
  readonly donor?: DonorWishes | null;
}): Payer => (donor?.isAnonymous === true ? ANONYMOUS_PAYER : payer);
