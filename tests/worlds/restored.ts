import postgres from 'postgres';
import { runFunction } from '../../playground/run-function';
import { FOLDERS, type Target } from '../../playground/stack-types';
import { assertNoSecrets } from '../journeys/support/assert-no-secrets';
import type { World } from './journey';

/** A copy of the database at one point in time. */
export interface Backup {
  readonly url: string;
  /** When it was taken, by the product's clock. */
  readonly at: string;
}

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** Copies the world's database. It must have no connections meanwhile, so they are ended. The functions connect again. */
export async function takeBackup(world: World): Promise<Backup> {
  const admin = postgres(named(world.databaseUrl, 'postgres'), { max: 1 });
  const [row] = await world.database<{ now: Date }[]>`select app_now() as now`;
  const source = nameOf(world.databaseUrl);
  const copy = `${source}_backup`;
  try {
    await admin`alter database ${admin(source)} allow_connections false`;
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${source}`;
    await admin`create database ${admin(copy)} template ${admin(source)}`;
    await admin`alter database ${admin(copy)} allow_connections true`;
  } finally {
    await admin`alter database ${admin(source)} allow_connections true`;
    await admin.end();
  }
  return { url: named(world.databaseUrl, copy), at: row?.now.toISOString() ?? '' };
}

/** The functions that are switched to the other database, in this order. */
const MOVED = ['telegramWebhook', 'paymentIpn', 'worker'] as const satisfies readonly Target[];

/** The same world (users, Telegram, NOWPayments) on the restored database. */
export interface RestoredWorld extends World {
  /** Restarts the functions on the restored database, as a deploy does. */
  deploy(): Promise<void>;
}

/** Opens a backup with today's clock. No function is connected to it yet. */
export async function restore(world: World, backup: Backup): Promise<RestoredWorld> {
  const database = postgres(backup.url, { max: 2, onnotice: () => undefined });
  const [clock] = await world.database<{ shifted: string }[]>`select shifted::text from app_clock`;
  await database`update app_clock set shifted = ${clock?.shifted ?? '0'}::interval`;
  const running: Awaited<ReturnType<typeof runFunction>>[] = [];
  return {
    ...world,
    database,
    databaseUrl: backup.url,
    deploy: async () => {
      for (const target of MOVED) {
        const before = world.functions[target];
        await before.stop();
        const environment = { ...world.environment(target), DATABASE_URL: backup.url };
        const port = Number(new URL(before.url).port);
        running.push(await runFunction({ target, folder: FOLDERS[target], port, environment }));
      }
    },
    close: async () => {
      for (const each of running) await each.stop();
      assertNoSecrets(
        world,
        running.flatMap((each) => each.output().split('\n')),
      );
      await database.end();
      const admin = postgres(named(backup.url, 'postgres'), { max: 1 });
      await admin`drop database ${admin(nameOf(backup.url))} with (force)`;
      await admin.end();
    },
  };
}
