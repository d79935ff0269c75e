/** Which members and buyers a list shows. `unpaid`: in without paying. `out`: paid, and not in. */
export const MEMBER_FILTERS = ['in', 'unpaid', 'out'] as const;
export type MemberFilter = (typeof MEMBER_FILTERS)[number];

/** Which orders a list shows. `unpaid`: cancelled, or refused an invoice. */
export const ORDER_FILTERS = ['all', 'open', 'settled', 'unpaid', 'refunded', 'donations'] as const;
export type OrderFilter = (typeof ORDER_FILTERS)[number];

/**
 * The most rows that a list has, so that a page costs the same however many there are. What is past it is in the tables. A
 * count that is larger says only that there are more.
 */
export const LISTED_AT_MOST = 1_000;

/** A part of a list, and a page of it. */
export interface ListPlace<Filter extends string> {
  readonly filter: Filter;
  /** Counts from 1. */
  readonly page: number;
}

const PAGE = '[1-9]\\d{0,5}';

/** Matches `in.1`, or nothing: the first page of the first filter. */
export const listArguments = (filters: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:${filters.join('|')})\\.${PAGE})?$`);

/** Matches a member's id and the place of the list that they were chosen from: `42.in.1`. */
export const memberArguments = new RegExp(
  `^[1-9]\\d{0,15}(?:\\.(?:${MEMBER_FILTERS.join('|')})\\.${PAGE})?$`,
);

export const listArgument = ({ filter, page }: ListPlace<string>): string => `${filter}.${page}`;

/** Reads `in.1`. Returns the first page of the first filter if the argument names no known filter. */
export function readPlace<Filter extends string>(
  argument: string | undefined,
  filters: readonly [Filter, ...Filter[]],
): ListPlace<Filter> {
  const [word, page] = argument?.split('.') ?? [];
  const filter = filters.find((each) => each === word);
  return filter === undefined ? { filter: filters[0], page: 1 } : { filter, page: Number(page) || 1 };
}
