import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../shared/config';
import { migrate, readMigrations } from '../shared/database/migrate';

const HELP = `Brings the database at DATABASE_URL up to date. Safe to repeat, and to run twice at once.

  npm run migrate            apply what is missing
  npm run migrate -- --help  this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return void process.stdout.write(HELP);
  const config = await readConfig(['DATABASE_URL']);
  const applied = await migrate(
    String(config.DATABASE_URL),
    await readMigrations(join(__dirname, 'migrations')),
  );
  for (const { version, name } of applied) console.log(`applied ${String(version).padStart(4, '0')}_${name}`);
  console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
