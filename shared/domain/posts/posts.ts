import { HOUR_SECONDS } from '../common/time';

/** What the bot posts in a public channel: what is offered there, or the donate button. */
export const POSTS = ['offer', 'donate'] as const;
export type PostKind = (typeof POSTS)[number];

/** A post that is held up longer is left out: the next day's is near. */
export const POST_EXPIRES_SECONDS = 6 * HOUR_SECONDS;
