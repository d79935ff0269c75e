import type { Family } from './exposition';
import { gauge, one } from './make-family';
import type { Status } from './status';

/** What the copy of Telegram's list of Stars says. */
export const starFamilies = ({ product }: Status): Family[] => [
  gauge(
    'stars_missing',
    "What Telegram's list of Stars says beyond the balance, in whole Stars.",
    one(product.starsMissing),
  ),
  gauge(
    'stars_unread_seconds',
    'Seconds since that list was read to its end.',
    one(product.starsUnreadSeconds),
  ),
  gauge(
    'stars_uncompared_seconds',
    'Seconds since that list was compared with the balance, or began.',
    one(product.starsUncomparedSeconds),
  ),
  gauge(
    'stars_without_update',
    'Payments in Stars that the list told about in the last day.',
    one(product.starsRecoveredLastDay),
  ),
];
