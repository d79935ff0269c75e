import type { GoogleRefusal } from '../../../shared/config';
import { unreachable } from '../../../shared/database/connection/away';
import type { Database } from '../../../shared/database/connection/pool';
import type { CheckedSystem } from '../checked-system';
import { databaseCheck } from './check-database';

/** What the doctor finds at a database that fails with this error. */
async function diagnose(error: Error) {
  const database = { query: () => Promise.reject(error) } as unknown as Database;
  const system = { config: { CLOUD_SQL_INSTANCE: 'p:r:i' }, problems: [], database: () => database };
  return JSON.stringify(await databaseCheck.look(system as unknown as CheckedSystem, new Set()));
}

/** As Google's libraries fail: gaxios by a status, the connector by a code. */
const refused = (status: number, message: string) => Object.assign(new Error(message), { status });
const coded = (code: string) => Object.assign(new Error('no'), { code });

it.each<[GoogleRefusal, Error, string]>([
  ['no_credentials', new Error('Could not load the default credentials.'), 'application-default login'],
  ['no_role', refused(403, 'The client is not authorized to make this request.'), 'roles/cloudsql.client'],
  ['no_quota_project', refused(403, 'The API requires a quota project'), 'set-quota-project PROJECT'],
  [
    'api_off',
    refused(403, 'Cloud SQL Admin API has not been used in project 1'),
    'gcloud services enable sqladmin.googleapis.com',
  ],
  [
    'not_found',
    refused(404, 'The Cloud SQL instance does not exist.'),
    'Compare CLOUD_SQL_INSTANCE with gcloud sql instances list',
  ],
  [
    'switched_off',
    refused(400, 'Invalid request since instance is not running.'),
    'activation-policy=ALWAYS',
  ],
  ['other_region', coded('EBADSQLADMINREGION'), 'Correct the region in CLOUD_SQL_INSTANCE'],
  ['no_address', coded('ENOPUBLICSQLADMINIPADDRESS'), '--assign-ip'],
  ['too_many_calls', refused(429, 'Quota exceeded'), 'Run the doctor again in a minute.'],
  ['no_answer', refused(503, 'Backend Error'), 'this machine reaches sqladmin.googleapis.com'],
])('says what to do about %s', async (_, error, remedy) => {
  const found = await diagnose(unreachable(error));
  expect(found).toContain('database.unreachable');
  expect(found).toContain(remedy);
  expect(found).not.toMatch(/unknown|\(4\d\d\)/);
});
