import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { migrate, readMigrations } from '../shared/database/connection/schema/migrate';

const onnotice = () => undefined;

/** The stack's own small pool. */
export const connectDatabase = (url: string): postgres.Sql =>
  postgres(url, { max: 3, onnotice, connect_timeout: 5 });

/** Migrates the schema, then adds the movable clock and the table that shows when it may be moved. */
export async function prepareDatabase(url: string): Promise<void> {
  await migrate(url, await readMigrations(join(__dirname, '../infra/migrations')));
  await onOneConnection(url, async (database) => {
    for (const file of ['clock.sql', 'in-flight.sql'])
      await database.unsafe(await readFile(join(__dirname, 'postgres', file), 'utf8'));
  });
}

const DEADLOCK = '40P01';
const TRIES = 5;

/** Deletes everything in a playground's database. The timeline may be reading it, so a deadlock with it is tried again. */
export async function emptyDatabase(url: string): Promise<void> {
  await onOneConnection(url, async (database) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await database.unsafe(`set lock_timeout = '10s'; drop schema public cascade; create schema public`);
        return;
      } catch (error) {
        const isDeadlock = error instanceof postgres.PostgresError && error.code === DEADLOCK;
        if (!isDeadlock || attempt === TRIES) throw error;
      }
    }
  });
}

async function onOneConnection(url: string, work: (database: postgres.Sql) => Promise<void>): Promise<void> {
  const database = postgres(url, { max: 1, onnotice, connect_timeout: 5 });
  try {
    await work(database);
  } finally {
    await database.end({ timeout: 2 });
  }
}
