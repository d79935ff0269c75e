/** Where somebody stands with a private channel. An administrator, its creator too, cannot be removed by a bot. */
export type Membership = 'in' | 'out' | 'administrator' | 'banned';

export const isInside = (membership: Membership): boolean =>
  membership === 'in' || membership === 'administrator';
