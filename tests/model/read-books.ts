import { parse } from 'csv-parse/sync';
import { readDigest } from '../../shared/database/reports/digests';
import { readSalesHistory } from '../../shared/database/reports/sales-report';
import { makeExport } from '../../shared/services/reports/make-export';
import type { BuyerRun } from './buyer-run';
import type { Books } from './check-figures';
import { HOUR_MS } from '../../shared/domain/common/time';

type Row = Readonly<Record<string, string>>;

const centsOf = (usd: string | undefined): number => Math.round(Number(usd ?? '') * 100);

const centsBy = <Key>(rows: readonly Row[], keyOf: (row: Row) => Key, column: string): Map<Key, number> =>
  new Map(rows.filter((row) => row[column] !== '').map((row) => [keyOf(row), centsOf(row[column])] as const));

/** Reads what an owner's tables, report and digest say about a buyer, who is the only one since the batch began. */
export async function readBooks({ model, slot, buyer, observed }: BuyerRun, begunAt: number): Promise<Books> {
  const { openChannelId } = slot;
  const { product } = model.world;
  const read = async (name: 'orders' | 'payments'): Promise<readonly Row[]> => {
    const { bytes } = await makeExport(product, { openChannelId, name });
    return parse(Buffer.from(bytes), { columns: true, bom: true, record_delimiter: '\r\n' });
  };
  const orders = (await read('orders')).filter(
    (row) => row['user_id'] === String(buyer.id) && row['settled_at'] !== '',
  );
  const references = new Set(observed?.orders.map(({ reference }) => reference));
  const payments = (await read('payments')).filter((row) => references.has(bare(row['order'])));
  const until = (observed?.now ?? begunAt) + HOUR_MS;
  const digest = await readDigest(product, { openChannelId, from: begunAt, until });
  const { salesCents = 0, donationsCents = 0, creditedCents = 0 } = digest?.figures ?? {};
  const { days } = await readSalesHistory(product, openChannelId);
  const reportCents = days.reduce(
    (sum, { sales, donations, credited }) => sum + sales.cents + donations.cents + credited.cents,
    0,
  );
  return {
    received: centsBy(orders, (row) => bare(row['order']), 'received_usd'),
    credited: centsBy(payments, (row) => Number(row['payment_id']), 'credited_usd'),
    reportCents,
    digestCents: salesCents + donationsCents + creditedCents,
  };
}

/** A cell without the quote that keeps it from being a formula. */
const bare = (cell = ''): string => cell.replace(/^'/, '');
