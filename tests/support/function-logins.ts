import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { grantsOf } from '../../functions/privileges';
import { TARGETS, type Target } from '../../playground/stack-types';
import { grantTo } from '../../shared/database/connection/schema/grant';

export interface FunctionLogins {
  readonly logins: Readonly<Record<Target, string>>;
  /** Call it before the database is dropped. */
  readonly drop: () => Promise<void>;
}

/** Creates a database login for each function, with the privileges of a deployment. */
export async function createFunctionLogins(url: string): Promise<FunctionLogins> {
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const suffix = randomBytes(4).toString('hex');
  const logins = Object.fromEntries(
    TARGETS.map((target) => [target, `${target.toLowerCase()}_${suffix}`]),
  ) as Record<Target, string>;
  for (const login of Object.values(logins)) await admin.unsafe(`create role ${login} login`);
  await grantTo(
    url,
    TARGETS.map((target) => ({ role: logins[target], grants: grantsOf(target) })),
  );
  return {
    logins,
    drop: async () => {
      for (const login of Object.values(logins))
        await admin.unsafe(`drop owned by ${login}; drop role ${login}`);
      await admin.end();
    },
  };
}
