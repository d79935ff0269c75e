import type { Database } from '../../shared/database/connection/pool';
import { readAuditPage } from '../../shared/database/owner/audit-pages';
import { readSummary } from '../../shared/database/owner/channel-pages';
import { listMembers } from '../../shared/database/owner/member-lists';
import { listOrders } from '../../shared/database/owner/order-lists';
import { readExportBatch } from '../../shared/database/reports/exports';
import { readSalesHistory } from '../../shared/database/reports/sales-report';
import { EXPORTS } from '../../shared/domain/reports/exports';
import type { MemberFilter, OrderFilter } from '../../shared/domain/owner/lists';
import { CHANNEL_ID } from '../requests';

/** A page that an owner reads. */
export interface ScalePage {
  readonly title: string;
  readonly mostMs?: number;
  readonly read: (database: Database) => Promise<unknown>;
}

const members = (filter: MemberFilter, page: number): ScalePage => ({
  title: `members, ${filter}, page ${page}`,
  read: (database) => listMembers(database, { openChannelId: CHANNEL_ID, filter, page }),
});
const orders = (filter: OrderFilter, page: number): ScalePage => ({
  title: `orders, ${filter}, page ${page}`,
  read: (database) => listOrders(database, { openChannelId: CHANNEL_ID, filter, page }),
});

const openChannelId = CHANNEL_ID;

/** Past the end of a list, its last page is read. */
export const SCALE_PAGES: readonly ScalePage[] = [
  { title: '`/stats`', mostMs: 200, read: (database) => readSalesHistory(database, CHANNEL_ID) },
  members('in', 1),
  members('in', 500),
  members('unpaid', 1),
  orders('all', 1),
  orders('all', 5_000),
  orders('donations', 2_000),
  { title: 'the audit log, page 100', read: (database) => readAuditPage(database, { openChannelId }, 100) },
  { title: 'the menu of a channel', read: (database) => readSummary(database, { openChannelId }) },
  ...EXPORTS.map((name) => ({
    title: `the first rows of the table ${name}`,
    read: (database: Database) => readExportBatch(database, { name, openChannelId }),
  })),
];
