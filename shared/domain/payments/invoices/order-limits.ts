/** The most orders that one user may open, over all channels. Orders of renewal reminders don't count. */
export const MOST_ORDERS_PER_HOUR = 10;
export const MOST_ORDERS_PER_DAY = 30;
