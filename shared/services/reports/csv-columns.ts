import type {
  ExportedMember,
  ExportedOrder,
  ExportedPayment,
  ExportedRows,
  ExportName,
} from '../../domain/reports/exports';
import { areForEver, isForEver } from '../../domain/common/for-ever';
import { phaseOf } from '../../domain/common/subscription';

type Cell = string | number | null;
/** The columns of a table in order: a header that never changes its meaning, and its cell in each row. */
type Columns<Row> = readonly (readonly [header: string, cell: (row: Row) => Cell])[];

/** `12.34`: dollars as a spreadsheet reads them. */
const usd = (cents: number | null): string | null => {
  if (cents === null) return null;
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** `2026-03-04T12:00:00Z`. */
const time = (at: Date | null): string | null => at && `${at.toISOString().slice(0, 19)}Z`;

/** A column of its own, so that averages of days and times stay right. */
const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

const orders: Columns<ExportedOrder> = [
  ['order', (row) => row.reference],
  ['kind', (row) => row.kind],
  ['state', (row) => row.state],
  ['user_id', (row) => row.userId],
  ['username', (row) => row.username],
  ['tier', (row) => row.tierName],
  ['days', (row) => (areForEver(row.tierDays) ? null : row.tierDays)],
  ['amount_usd', (row) => usd(row.amountCents)],
  ['coin', (row) => row.coin],
  ['payment_id', (row) => row.paymentId],
  ['created_at', (row) => time(row.createdAt)],
  ['settled_at', (row) => time(row.settledAt)],
  ['received_usd', (row) => usd(row.receivedCents)],
  ['for_ever', (row) => yesOrNo(areForEver(row.tierDays))],
  ['price_stars', (row) => row.priceStars],
  ['received_stars', (row) => row.receivedStars],
];

const payments: Columns<ExportedPayment> = [
  ['payment_id', (row) => row.paymentId],
  ['order', (row) => row.reference],
  ['status', (row) => row.paymentStatus],
  ['exception', (row) => row.exception],
  ['standing', (row) => row.standing],
  ['coin', (row) => row.coin],
  ['asked', (row) => row.payAmount],
  ['paid', (row) => row.actuallyPaid],
  ['price', (row) => row.priceAmount],
  ['price_currency', (row) => row.priceCurrency],
  ['received', (row) => row.outcomeAmount],
  ['received_coin', (row) => row.outcomeCurrency],
  ['proven_usd', (row) => usd(row.provenCents)],
  ['decision', (row) => row.decision],
  ['credited_usd', (row) => usd(row.creditedCents)],
  ['credited_at', (row) => time(row.creditedAt)],
  ['refunded_usd', (row) => usd(row.refundedCents)],
  ['refunded_at', (row) => time(row.refundedAt)],
  ['first_seen_at', (row) => time(row.firstSeenAt)],
  ['rail', (row) => row.rail],
  ['credited_stars', (row) => row.creditedStars],
  ['refunded_stars', (row) => row.refundedStars],
];

const phase = ({ paidUntil, graceHours, now }: ExportedMember): string =>
  phaseOf({ until: paidUntil?.getTime() ?? null, graceHours, now: now.getTime() });

const hasForEver = ({ paidUntil }: ExportedMember): boolean => isForEver(paidUntil?.getTime() ?? null);

const members: Columns<ExportedMember> = [
  ['user_id', (row) => row.userId],
  ['username', (row) => row.username],
  ['status', (row) => row.status],
  ['origin', (row) => row.origin],
  ['phase', phase],
  ['paid_until', (row) => (hasForEver(row) ? null : time(row.paidUntil))],
  ['days_granted', (row) => row.daysGranted],
  ['first_granted_at', (row) => time(row.firstGrantedAt)],
  ['removed_at', (row) => time(row.removedAt)],
  ['for_ever', (row) => yesOrNo(hasForEver(row))],
  ['places', (row) => row.places],
  ['inside_places', (row) => row.insidePlaces],
  ['place_statuses', (row) => row.statuses],
  [
    'other_offers_until',
    ({ otherOffersUntil: until }) => (isForEver(until?.getTime() ?? null) ? 'for ever' : time(until)),
  ],
];

export const COLUMNS: { readonly [Name in ExportName]: Columns<ExportedRows[Name]> } = {
  orders,
  payments,
  members,
};
