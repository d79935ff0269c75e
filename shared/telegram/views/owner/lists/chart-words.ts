const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What the picture of a channel's sales says. */
export const SALES_CHART_WORDS = {
  title: 'Revenue and members by day',
  revenue: 'Revenue',
  members: 'Members',
  added: 'New',
  lost: 'Lost',
  /** `24 Nov`, of `2026-11-24`. */
  day: (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
};
