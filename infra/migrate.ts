import { join } from 'node:path';
import { DATABASE_NAMES, readConfig } from '../shared/config';
import { grantsOf, PRIVILEGES } from '../functions/privileges';
import { grantTo, joinGrants, NoSuchRole, type RoleGrants } from '../shared/database/connection/grant';
import {
  migrate,
  planMigrations,
  readMigrations,
  type Migration,
} from '../shared/database/connection/migrate';
import { UsageError } from './arguments';
import { COMMAND_VARIABLES } from './command-variables';
import { runCommand, type Given } from './run-command';

const HELP = `Applies the missing migrations to the database at DATABASE_URL, or at CLOUD_SQL_INSTANCE with DATABASE_NAME and
DATABASE_USER. Safe to repeat, and to run twice at once.

  npm run migrate                                apply the missing migrations
  npm run migrate -- --plan                      list them and apply nothing
  npm run migrate -- --grant-to ROLE[,ROLE...]   also let these roles do what the functions do and nothing else
  npm run migrate -- --help                      this text

ROLE is FUNCTION=LOGIN, as in health=telepay-health@project.iam, for the login of one function (${Object.keys(PRIVILEGES).join(', ')}),
or LOGIN for a login that all of them share. What a login could do before and does not need is taken from it.
`;

const listed = (verb: string, migrations: readonly Migration[]): string[] =>
  migrations.map(({ version, name }) => `${verb} ${String(version).padStart(4, '0')}_${name}`);

const isFunction = (name: string): name is keyof typeof PRIVILEGES => Object.hasOwn(PRIVILEGES, name);

function grantsIn(text: string): RoleGrants[] {
  const logins = new Map<string, RoleGrants['grants'][]>();
  for (const word of text.split(',').map((each) => each.trim())) {
    const [, name = '', login = word] = /^(\w+)=(.*)$/.exec(word) ?? [];
    if (login === '' || (login !== word && !isFunction(name)))
      throw new UsageError('Name the roles: npm run migrate -- --grant-to [FUNCTION=]ROLE[,ROLE...]');
    const granted = isFunction(name)
      ? [grantsOf(name)]
      : Object.keys(PRIVILEGES)
          .filter(isFunction)
          .map((target) => grantsOf(target));
    logins.set(login, [...(logins.get(login) ?? []), ...granted]);
  }
  return [...logins].map(([role, all]) => ({ role, grants: joinGrants(all) }));
}

async function run({ flags, values }: Given): Promise<string> {
  const grants = values['grant-to'] === undefined ? [] : grantsIn(values['grant-to']);
  const roles = grants.map(({ role }) => role);
  const way = await readConfig(DATABASE_NAMES);
  const migrations = await readMigrations(join(__dirname, 'migrations'));
  if (flags.has('plan')) {
    const missing = await planMigrations(way, migrations);
    const would = roles.length === 0 ? [] : [`would grant to ${roles.join(', ')}`];
    if (missing.length === 0) return ['The schema is up to date.', ...would].join('\n');
    return [...listed('would apply', missing), ...would, 'Nothing was applied.'].join('\n');
  }
  const applied = await migrate(way, migrations);
  if (roles.length > 0) await grantTo(way, grants);
  return [
    ...listed('applied', applied),
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.length}.`,
    ...(roles.length === 0 ? [] : [`Granted to ${roles.join(', ')}.`]),
  ].join('\n');
}

runCommand({
  help: HELP,
  variables: COMMAND_VARIABLES.migrate,
  flags: { plan: 'boolean', 'grant-to': 'string' },
  isWordless: true,
  run,
  expected: [NoSuchRole],
});
