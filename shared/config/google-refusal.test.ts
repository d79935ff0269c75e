import { googleRefusal } from './google-refusal';

/** An error of gaxios, with which Google's libraries fail. */
const refused = (status: number, message: string, reason = '') =>
  Object.assign(new Error(message), {
    status,
    response: { status, data: { error: { code: status, message, errors: [{ reason }] } } },
    config: { url: 'https://sqladmin.googleapis.com/' },
  });
/** An error of gRPC, with which Secret Manager's client fails. */
const failed = (code: number, message: string, reason?: string) =>
  Object.assign(new Error(message), { code, reason });

it.each([
  ['no credentials', new Error('Could not load the default credentials.'), 'no_credentials'],
  ['an expired token', refused(400, 'invalid_grant'), 'no_credentials'],
  ['a session to renew', refused(400, 'invalid_rapt'), 'no_credentials'],
  ['a wrong project', refused(403, 'The client is not authorized to make this request.'), 'no_role'],
  ['a missing instance', refused(404, 'The Cloud SQL instance does not exist.'), 'not_found'],
  ['a disabled API', refused(403, 'Forbidden', 'accessNotConfigured'), 'api_off'],
  ['a disabled API of gRPC', failed(7, '7 PERMISSION_DENIED: no', 'SERVICE_DISABLED'), 'api_off'],
  [
    'no quota project',
    refused(403, 'The API requires a quota project', 'SERVICE_DISABLED'),
    'no_quota_project',
  ],
  ['a refused quota project', failed(7, 'Caller', 'USER_PROJECT_DENIED'), 'no_quota_project'],
  ['a stopped instance', refused(400, 'Invalid request since instance is not running.'), 'switched_off'],
  ['a disabled version', failed(9, 'Secret Version [v] is in DISABLED state.'), 'switched_off'],
  ['a missing secret', failed(5, 'Secret [s] not found or has no versions.'), 'not_found'],
  [
    'another region',
    Object.assign(new Error('Provided region'), { code: 'EBADSQLADMINREGION' }),
    'other_region',
  ],
  ['no public address', Object.assign(new Error('No'), { code: 'ENOPUBLICSQLADMINIPADDRESS' }), 'no_address'],
  ['a busy API', refused(429, 'Quota exceeded'), 'too_many_calls'],
  ['a failing API', refused(503, 'Backend Error'), 'no_answer'],
  ['no answer', new Error('Cloud SQL gave no certificate in time'), 'no_answer'],
  [
    'a silent metadata server',
    new Error('Could not refresh access token: The operation was aborted.'),
    'no_answer',
  ],
  ['a refused connection', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }), undefined],
  ['a refused password', Object.assign(new Error('no'), { code: '28P01' }), undefined],
])('recognizes %s, also as a cause', (_, error, refusal) => {
  expect(googleRefusal(error)).toBe(refusal);
  expect(googleRefusal(new Error('it failed', { cause: error }))).toBe(refusal);
});
