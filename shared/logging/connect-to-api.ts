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

/** Converts a line for LoggingWinston, which promotes some fields by name and puts the others into `jsonPayload`. */
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

/**
 * Moves the fields that LoggingWinston puts under `metadata` to the top, as on stdout, so that one filter fits both.
 */
function flattenMetadata(transport: LoggingWinston): LoggingWinston {
  const { common } = transport;
  const entry = common.entry.bind(common);
  common.entry = (of, data) => {
    const { metadata, ...rest } = data as { metadata?: object };
    return entry(of, { ...rest, ...metadata });
  };
  return transport;
}

/**
 * Finds the credentials before the library needs them. Otherwise missing ones cause an unhandled rejection there (its
 * own `initialize().catch` throws again), which ends the process.
 */
async function defaultCredentials(): Promise<AuthClient> {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/logging.write' }).getClient();
}

/**
 * Connects to the Cloud Logging API by LoggingWinston, with Application Default Credentials unless others are given.
 * Rejects if there are none. Imported on demand, because loading the library takes half a second that only users of
 * this transport should pay.
 */
export async function connectToLoggingApi({ authClient, ...options }: ApiOptions): Promise<SendLine> {
  // By REST, as for Secret Manager. The types of LoggingWinston lack these options, or belong to another copy of them.
  const client: object = { fallback: true, authClient: authClient ?? (await defaultCredentials()) };
  const { LoggingWinston } = await import('@google-cloud/logging-winston');
  const transport = flattenMetadata(
    new LoggingWinston({
      logName: 'telepay',
      // Without this callback, a failure of the library's first entry, which is about itself, is unhandled too.
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
