import * as z from 'zod';

/** Settings of a Cloud SQL instance, which mean nothing for a database at a URL. */
const OF_CLOUD_SQL = ['instance', 'tier', 'availability', 'login', 'storage_limit_gb'] as const;

const GIVEN = z.strictObject({
  /**
   * `cloud_sql`: the deploy creates and watches an instance. `url`: any other Postgres, which the operator runs; its addresses
   * are the secrets `DATABASE_URL` and `DATABASE_DIRECT_URL`.
   */
  kind: z.enum(['cloud_sql', 'url']).optional(),
  /** `transaction`: `DATABASE_URL` leads to a pooler in transaction mode. */
  pooler: z.enum(['transaction']).optional(),
  /** The Cloud SQL instance; after a restore, the restored one. Default: the value of `name`. */
  instance: z.string().optional(),
  tier: z.string().optional(),
  /** Of the database, or of the pooler in front of it. */
  max_connections: z.int().min(25).optional(),
  availability: z.enum(['zonal', 'regional']).optional(),
  /** `iam`: each function logs in as its own service account. `password`: all log in as one user, with a secret. */
  login: z.enum(['iam', 'password']).optional(),
  /** The disk grows by itself up to this. */
  storage_limit_gb: z.int().min(10).optional(),
});

/** Which database the functions use, and its settings. At a URL, all functions log in as its one user. */
export const DATABASE_SETTINGS = GIVEN.superRefine((given, context) => {
  const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (given.kind !== 'url') {
    if (given.pooler !== undefined) add('pooler', 'needs "kind": "url"');
    return;
  }
  for (const name of OF_CLOUD_SQL)
    if (given[name] !== undefined) add(name, 'is a setting of Cloud SQL; remove it, or "kind": "url"');
  if (given.max_connections === undefined)
    add(
      'max_connections',
      'is needed with "kind": "url": how many connections the database, or its pooler, accepts',
    );
}).transform(
  ({
    kind = 'cloud_sql',
    tier = 'db-custom-1-3840',
    max_connections = 150,
    availability = 'zonal',
    login = 'iam',
    storage_limit_gb = 200,
    ...others
  }) => ({
    ...others,
    kind,
    tier,
    max_connections,
    availability,
    login: kind === 'url' ? ('password' as const) : login,
    storage_limit_gb,
  }),
);

/** True if the deploy creates and watches the database. Otherwise the operator runs it. */
export const isCloudSql = ({ database }: { readonly database: { readonly kind: string } }): boolean =>
  database.kind === 'cloud_sql';
