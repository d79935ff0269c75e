import { isPoolerAddress } from '../../../config';
import { onOneConnection } from '../one-connection';
import type { ConnectionSettings, Sql, TransactionSql } from '../options';

/** A migration or a grant was about to run through a pooler in transaction mode. */
export class ThroughPooler extends Error {
  override readonly name = 'ThroughPooler';

  constructor(reason: string) {
    super(
      `${reason}. Migrations and grants need Postgres itself, or a pooler in session mode: set DATABASE_DIRECT_URL to its address.`,
    );
  }
}

/** The server process that does the work of a connection now. */
async function servedBy(sql: Sql | TransactionSql): Promise<number | undefined> {
  const [row] = await sql.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid');
  return row?.pid;
}

/**
 * True if two connections share server processes, so that each transaction may get another one. While the second holds a
 * process, a direct connection still has its own.
 */
const areShared = (target: ConnectionSettings): Promise<boolean> =>
  onOneConnection(target, async (one) => {
    const before = await servedBy(one);
    return onOneConnection(target, (other) =>
      other.begin(async (tx) => {
        const held = await servedBy(tx);
        return held === before || (await servedBy(one)) !== before;
      }),
    );
  });

/**
 * Throws `ThroughPooler` if the target is a pooler in transaction mode: by what its settings say, by its address, and by what
 * its server does.
 */
export async function demandDirect(target: ConnectionSettings): Promise<void> {
  if (target.DATABASE_POOLER !== undefined)
    throw new ThroughPooler('DATABASE_POOLER says that DATABASE_URL leads to a pooler in transaction mode');
  if (target.DATABASE_URL !== undefined && isPoolerAddress(target.DATABASE_URL))
    throw new ThroughPooler('This is the address of a pooler in transaction mode');
  if (await areShared(target))
    throw new ThroughPooler(
      'The server behind this address changes from one transaction to the next, as behind a pooler',
    );
}
