import postgres from 'postgres';
import { runFunction } from '../../../playground/run-function';
import { FOLDERS, type Target } from '../../../playground/stack-types';
import { assertNoSecrets } from './assert-no-secrets';
import type { World } from './world';

/** A database as it was at an instant, to go back to. */
export interface Backup {
  readonly url: string;
  /** The instant, by the product's clock. */
  readonly at: string;
}

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** Copies the world's database while nobody is connected to it; whoever was connects again. */
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

/** The functions that read and write, in the order in which they are pointed to another database. */
const MOVED = ['telegramWebhook', 'paymentIpn', 'worker'] as const satisfies readonly Target[];

/** The world as it goes on from a backup: the same people, Telegram and NOWPayments, and another database. */
export interface RestoredWorld extends World {
  /** Points the functions to the restored database, as a deploy does. */
  deploy(): Promise<void>;
}

/** A backup brought up on the clock of today, to which no function is connected yet. */
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
