/** The roles in a channel. Each may do what the previous one may; `read_only` sees everything and changes nothing. */
export const ROLES = ['read_only', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Returns true if `role` is `least` or a higher one. */
export const mayAct = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** The role that the owner's decisions take: about an odd payment, about removing a member. */
export const RULING_ROLE: Role = 'manager';
