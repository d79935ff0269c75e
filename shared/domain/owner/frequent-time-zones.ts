/** The time zones that a button offers. Every other one can be typed. */
export const FREQUENT_TIME_ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Istanbul',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Los_Angeles',
] as const;
