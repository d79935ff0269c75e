import type { LoggingWinston } from '@google-cloud/logging-winston';
import type { AuthClient } from 'google-auth-library';
import type { SendLine } from './log-to-api';

type Options = NonNullable<ConstructorParameters<typeof LoggingWinston>[0]>;
type ApiOptions = Omit<Options, 'authClient'> & { readonly authClient?: AuthClient };

const LEVEL_OF: Readonly<Record<string, string>> = {
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warn',
  ERROR: 'error',
};

/** A line as LoggingWinston wants it: what is not for `jsonPayload` by the names that it promotes. */
function entryOf(line: string): Record<string, unknown> {
  const {
    severity,
    timestamp,
    'logging.googleapis.com/labels': labels,
    ...rest
  } = JSON.parse(line) as Record<string, unknown>;
  return {
    ...rest,
    level: LEVEL_OF[String(severity)] ?? 'info',
    timestamp: new Date(String(timestamp)),
    labels,
  };
}

/** LoggingWinston puts fields below `metadata`; here they lie flat, as on stdout, so that one filter finds them in both. */
function laidFlat(transport: LoggingWinston): LoggingWinston {
  const { common } = transport;
  const entry = common.entry.bind(common);
  common.entry = (of, data) => {
    const { metadata, ...rest } = data as { metadata?: object };
    return entry(of, { ...rest, ...metadata });
  };
  return transport;
}

/**
 * Found before the library needs them: what its client does not find is an unhandled rejection there (its own
 * `initialize().catch` throws again), and that ends the process.
 */
async function defaultCredentials(): Promise<AuthClient> {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/logging.write' }).getClient();
}

/**
 * A connection to the Cloud Logging API by LoggingWinston, under Application Default Credentials unless others are
 * given; rejects where there are none. Behind `import()`: loading the library costs half a second that only they pay who
 * asked for it.
 */
export async function connectToLoggingApi({ authClient, ...options }: ApiOptions): Promise<SendLine> {
  // By REST, as to Secret Manager. What it hands on to its client is missing from its types, or of another copy's.
  const client: object = { fallback: true, authClient: authClient ?? (await defaultCredentials()) };
  const { LoggingWinston } = await import('@google-cloud/logging-winston');
  const transport = laidFlat(
    new LoggingWinston({
      logName: 'telepay',
      // Without one, so is the failure of the library's first entry, which is about itself.
      defaultCallback: () => undefined,
      ...client,
      ...options,
    }),
  );
  return (line) =>
    new Promise((resolve, reject) => {
      transport.log(entryOf(line), (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
}
