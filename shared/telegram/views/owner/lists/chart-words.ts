const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The labels in the chart of a channel's sales. */
export const SALES_CHART_WORDS = {
  title: 'Revenue and members by day',
  revenue: 'Revenue after refunds',
  members: 'Members',
  added: 'New',
  lost: 'Lost',
  /** `24 Nov`, from `2026-11-24`. */
  day: (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`,
};
