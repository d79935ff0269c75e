/** The users that the operator lets set up channels, from `OWNERS`. Owners keep the channels that they have. */
export interface AllowedOwners {
  readonly isEveryone: boolean;
  /** Those that the operator names. Only their channels can be listed without the operator's file. */
  readonly named: readonly number[];
}

export const NO_OWNER: AllowedOwners = { isEveryone: false, named: [] };
export const EVERY_OWNER: AllowedOwners = { isEveryone: true, named: [] };

/** True if the operator lets `/start` list a channel. The operator's file decides if it says something: `fileListed`. */
export const mayBeListed = (
  { named }: AllowedOwners,
  { fileListed, ownerUserId }: { readonly fileListed: boolean | null; readonly ownerUserId: number },
): boolean => fileListed ?? named.includes(ownerUserId);

export const maySetUp = ({ isEveryone, named }: AllowedOwners, userId: number): boolean =>
  isEveryone || named.includes(userId);

/** True if the operator takes Stars for any channel. */
export const takesAnyStars = ({ isEveryone, named }: AllowedOwners): boolean =>
  isEveryone || named.length > 0;

/** True if the operator takes Stars for the channels of an owner, from `STARS_FOR`. */
export const takesStars = (starsFor: AllowedOwners, ownerUserId: number): boolean =>
  maySetUp(starsFor, ownerUserId);
