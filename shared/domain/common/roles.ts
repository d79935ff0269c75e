/** Who runs a channel, each may do what the one before may. `read_only` sees all and changes nothing. */
export const ROLES = ['read_only', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Whether somebody of this role may do what asks for `least`. */
export const mayAct = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** What an owner's word takes: about an odd payment, about who is removed. */
export const RULING_ROLE: Role = 'manager';
