import { join } from 'node:path';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { grantTo, NoSuchRole } from '../shared/database/connection/grant';
import {
  migrate,
  planMigrations,
  readMigrations,
  type Migration,
} from '../shared/database/connection/migrate';
import { runCommand, UsageError, type Given } from './run-command';

const HELP = `Applies the missing migrations to the database at DATABASE_URL, or at CLOUD_SQL_INSTANCE with DATABASE_NAME and
DATABASE_USER. Safe to repeat, and to run twice at once.

  npm run migrate                                apply the missing migrations
  npm run migrate -- --plan                      list them and apply nothing
  npm run migrate -- --grant-to ROLE[,ROLE...]   also let these roles, the functions' logins, read and write rows and nothing else
  npm run migrate -- --help                      this text
`;

const listed = (verb: string, migrations: readonly Migration[]): string[] =>
  migrations.map(({ version, name }) => `${verb} ${String(version).padStart(4, '0')}_${name}`);

function rolesIn(text: string): string[] {
  const roles = text.split(',').map((role) => role.trim());
  if (roles.includes(''))
    throw new UsageError('Name the roles: npm run migrate -- --grant-to ROLE[,ROLE...]');
  return roles;
}

async function run({ flags, values }: Given): Promise<string> {
  const roles = values['grant-to'] === undefined ? [] : rolesIn(values['grant-to']);
  const way = await readConfig(DATABASE_NAMES);
  const migrations = await readMigrations(join(__dirname, 'migrations'));
  if (flags.has('plan')) {
    const missing = await planMigrations(way, migrations);
    const would = roles.length === 0 ? [] : [`would grant to ${roles.join(', ')}`];
    if (missing.length === 0) return ['The schema is up to date.', ...would].join('\n');
    return [...listed('would apply', missing), ...would, 'Nothing was applied.'].join('\n');
  }
  const applied = await migrate(way, migrations);
  if (roles.length > 0) await grantTo(way, roles);
  return [
    ...listed('applied', applied),
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length}.`,
    ...(roles.length === 0 ? [] : [`Granted to ${roles.join(', ')}.`]),
  ].join('\n');
}

runCommand({
  help: HELP,
  flags: { plan: 'boolean', 'grant-to': 'string' },
  isWordless: true,
  run,
  expected: [NoSuchRole],
});
