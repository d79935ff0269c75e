/** Why Google refused a call of one of its libraries. */
export type GoogleRefusal =
  /** It does not know who calls. */
  | 'no_credentials'
  /** The caller lacks a role. */
  | 'no_role'
  /** A person's calls are counted against a project, and none is set or they may not use it. */
  | 'no_quota_project'
  /** The API is not enabled in the project. */
  | 'api_off'
  /** The project has no such thing. */
  | 'not_found'
  /** The instance is stopped, or the secret's version is disabled. */
  | 'switched_off'
  /** The instance is in another region than its name says. */
  | 'other_region'
  /** The instance has no public address. */
  | 'no_address'
  /** Google is asked too often. */
  | 'too_many_calls'
  /** Google failed or gave no answer in time. */
  | 'no_answer';

/**
 * HTTP's statuses, gRPC's codes (https://grpc.io/docs/guides/status-codes/), and those of
 * `@google-cloud/cloud-sql-connector` 1.10.
 */
const BY_CODE: Readonly<Record<string, GoogleRefusal>> = {
  '401': 'no_credentials',
  '16': 'no_credentials',
  ENOACCESSTOKEN: 'no_credentials',
  '403': 'no_role',
  '7': 'no_role',
  '404': 'not_found',
  '5': 'not_found',
  ENOSQLADMIN: 'not_found',
  '9': 'switched_off',
  EBADSQLADMINREGION: 'other_region',
  ENOSQLADMINIPADDRESS: 'no_address',
  ENOPUBLICSQLADMINIPADDRESS: 'no_address',
  '429': 'too_many_calls',
  '8': 'too_many_calls',
  '500': 'no_answer',
  '502': 'no_answer',
  '503': 'no_answer',
  '504': 'no_answer',
  '4': 'no_answer',
  '14': 'no_answer',
};

/**
 * Google's words and reasons (https://cloud.google.com/apis/design/errors#error_model), because a status alone does not say
 * what is missing. `google-auth-library` 10 and its like throw the first ones without a code; `invalid_grant` is an expired
 * `gcloud auth`. A missing quota project is called a disabled API as well, so it comes first.
 */
const BY_WORDS: readonly (readonly [RegExp, GoogleRefusal])[] = [
  [/Could not load the default credentials|invalid_grant|invalid_rapt|reauth/i, 'no_credentials'],
  [
    /requires a quota project|USER_PROJECT_DENIED|roles\/serviceusage\.serviceUsageConsumer/i,
    'no_quota_project',
  ],
  [/has not been used in project|SERVICE_DISABLED|accessNotConfigured/i, 'api_off'],
  [/instance is not running|is in (DISABLED|DESTROYED) state/i, 'switched_off'],
  [/gave no \w+ in time|operation was aborted/i, 'no_answer'],
];

/** The fields of a gaxios error that this file reads. */
interface Failure {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly status?: unknown;
  readonly reason?: unknown;
  readonly response?: { readonly data?: { readonly error?: unknown } } | undefined;
  readonly config?: { readonly url?: unknown };
  readonly cause?: unknown;
}

/** The metadata server has no token: the service has no account, or the account is disabled. */
const isWithoutAccount = ({ response, config }: Failure): boolean =>
  response !== undefined && String(config?.url).includes('/computeMetadata/');

const wordsOf = ({ message, reason, response }: Failure): string =>
  [message, reason, JSON.stringify(response?.data?.error)].map(String).join(' ');

/** Returns why Google refused, if that is what this error, or a cause of it, is about. */
export function googleRefusal(error: unknown): GoogleRefusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const failure: Failure = error;
  if (isWithoutAccount(failure)) return 'no_credentials';
  const words = wordsOf(failure);
  const [, worded] = BY_WORDS.find(([pattern]) => pattern.test(words)) ?? [];
  return (
    worded ?? BY_CODE[String(failure.status)] ?? BY_CODE[String(failure.code)] ?? googleRefusal(failure.cause)
  );
}
