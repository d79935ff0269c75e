/** A user's place in a private channel. A bot cannot remove an administrator, nor the channel's creator. */
export type Membership = 'in' | 'out' | 'administrator' | 'banned';

export const isInside = (membership: Membership): boolean =>
  membership === 'in' || membership === 'administrator';
