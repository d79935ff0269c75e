import { HOUR_SECONDS } from '../common/time';

/** The kinds of post in a public channel: the offer, or the donate button. */
export const POSTS = ['offer', 'donate'] as const;
export type PostKind = (typeof POSTS)[number];

/** A post that is delayed longer is dropped, because the next day's post is near. */
export const POST_EXPIRES_SECONDS = 6 * HOUR_SECONDS;

/** How the occasion of a daily post begins. */
export const DAILY = 'daily:';
