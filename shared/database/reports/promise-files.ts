import type { Promised } from '../../domain/effects';
import type { ExportName } from '../../domain/reports/exports';
import { actOn } from '../common/act-on';
import type { Actor } from '../common/channel-roles';
import type { Delivery } from '../common/inbox';
import type { Database } from '../connection/pool';

interface PromisedFile {
  readonly actor: Actor;
  readonly promised: readonly Promised[];
}

/** Promises a sales report. Changes nothing, so it records nothing. */
export const promiseReport = (database: Database, delivery: Delivery, by: PromisedFile): Promise<boolean> =>
  actOn(database, delivery, { ...by, action: 'stats' });

/** Promises the picture of a link. Changes nothing, so it records nothing. */
export const promiseLinkPicture = (
  database: Database,
  delivery: Delivery,
  by: PromisedFile,
): Promise<boolean> => actOn(database, delivery, { ...by, action: 'link-picture' });

/** Promises a table of a channel's data, and records who asked for it. */
export const promiseExport = (
  database: Database,
  delivery: Delivery,
  { table, ...by }: PromisedFile & { readonly table: ExportName },
): Promise<boolean> =>
  actOn(database, delivery, {
    ...by,
    action: 'export',
    act: { act: 'table_exported', details: { table } },
  });
