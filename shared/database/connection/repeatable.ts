/**
 * Marks a statement that records a delivery. The inbox recognizes a second run, so the statement may be sent again
 * without knowing whether the first run reached the database.
 */
export const DELIVERY_MARK = '/* delivery */';

/** Words that write or lock. */
const WRITES =
  /\b(insert|update|delete|merge|truncate|lock|create|alter|drop|grant|revoke|call|do|copy|nextval|setval|begin|commit)\b/i;

/** A comment may hold an apostrophe, and a text two hyphens: whichever begins first counts. */
const withoutTexts = (statement: string): string =>
  statement.replaceAll(/--[^\n]*|\/\*[^]*?\*\/|'[^']*'/g, "''");

/** True if it does no harm to run this SQL twice: it only reads, or it records a delivery. */
export const isRepeatable = (statement: string): boolean =>
  statement.includes(DELIVERY_MARK) || !WRITES.test(withoutTexts(statement));
