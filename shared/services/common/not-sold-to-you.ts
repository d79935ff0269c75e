/** To who is banned by the owner. */
export const NOT_SOLD_TO_YOU = 'The owner of this channel does not sell to you.';
