/** Why Google refused a call of one of its libraries: it does not know who calls, or the caller lacks a role. */
export type GoogleRefusal = 'no_credentials' | 'no_role';

/** HTTP's statuses and gRPC's codes (https://grpc.io/docs/guides/status-codes/). */
const BY_CODE: Readonly<Record<string, GoogleRefusal>> = {
  '401': 'no_credentials',
  '16': 'no_credentials',
  '403': 'no_role',
  '7': 'no_role',
};

/** google-auth-library 10 and its like throw these without a code; `invalid_grant` is an expired `gcloud auth`. */
const NO_CREDENTIALS = /Could not load the default credentials|invalid_grant|invalid_rapt|reauth/i;

/** The fields of a gaxios error that this file reads. */
interface Failure {
  readonly code?: unknown;
  readonly status?: unknown;
  readonly response?: unknown;
  readonly config?: { readonly url?: unknown };
  readonly cause?: unknown;
}

/** The metadata server has no token: the service has no account, or the account is disabled. */
const isWithoutAccount = ({ response, config }: Failure): boolean =>
  response !== undefined && String(config?.url).includes('/computeMetadata/');

/** Returns why Google refused, if that is what this error, or a cause of it, is about. */
export function googleRefusal(error: unknown): GoogleRefusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const failure: Failure = error;
  const isUnknown = error instanceof Error && NO_CREDENTIALS.test(error.message);
  if (isUnknown || isWithoutAccount(failure)) return 'no_credentials';
  return BY_CODE[String(failure.status)] ?? BY_CODE[String(failure.code)] ?? googleRefusal(failure.cause);
}
