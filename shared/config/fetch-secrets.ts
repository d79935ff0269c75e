import { within } from '../within';
import type { ConfigProblem } from './examine';
import { googleRefusal, type GoogleRefusal } from './google-refusal';
import type { ConfigName, Environment } from './schema';

/** Fetches one Secret Manager version by its resource name (`projects/P/secrets/S/versions/V`). */
export type AccessSecret = (resourceName: string) => Promise<string>;

/** Google's client looks for credentials and tries again by itself, for ten minutes. */
const ANSWER_WITHIN_MS = 15_000;

const SECRET_REFERENCE = /^sm:\/\/(projects\/[^/]+\/secrets\/[^/]+\/versions\/[^/]+)$/;

async function accessWithSecretManager(): Promise<AccessSecret> {
  // Imported on demand, because loading the client costs 300 ms that a function without sm:// values must not pay.
  const { SecretManagerServiceClient } = await import('@google-cloud/secret-manager');
  const client = new SecretManagerServiceClient({ fallback: true });
  // Calls it first, because a failure of the client's own call in `accessSecretVersion` is an unhandled rejection,
  // which ends the process.
  const initialized = client.initialize();
  return async (name) => {
    await initialized;
    const [version] = await client.accessSecretVersion({ name });
    return Buffer.from(version.payload?.data ?? '').toString('utf8');
  };
}

const WORDS: Readonly<Record<GoogleRefusal | 'unknown', string>> = {
  no_credentials: ': there are no valid Google credentials (gcloud auth application-default login)',
  no_role: ': the account lacks the role roles/secretmanager.secretAccessor',
  no_quota_project: ': there is no quota project (gcloud auth application-default set-quota-project PROJECT)',
  api_off: ': the API is off (gcloud services enable secretmanager.googleapis.com)',
  not_found: ': the project has no such secret or version',
  switched_off: ': that version is disabled',
  other_region: '',
  no_address: '',
  too_many_calls: ': Google was asked too often',
  no_answer: ': Google gave no answer',
  unknown: '',
};

/** The resource names of the variables whose values are in Secret Manager. */
export function secretReferences(names: readonly ConfigName[], environment: Environment) {
  const references = new Map<ConfigName, string>();
  for (const name of names) {
    const resource = SECRET_REFERENCE.exec(environment[name]?.trim() ?? '')?.[1];
    if (resource !== undefined) references.set(name, resource);
  }
  return references;
}

interface FetchedSecrets {
  readonly secrets: Readonly<Record<string, string>>;
  /** One for each reason, because Google refuses all secrets of an account for the same one. */
  readonly problems: readonly ConfigProblem[];
  /** The first failure, for the log. */
  readonly cause?: unknown;
}

export async function fetchSecrets(
  references: ReadonlyMap<ConfigName, string>,
  accessSecret?: AccessSecret,
): Promise<FetchedSecrets> {
  if (references.size === 0) return { secrets: {}, problems: [] };
  const access = accessSecret ?? (await accessWithSecretManager());
  const secrets: Record<string, string> = {};
  const failed = new Map<GoogleRefusal | 'unknown', ConfigName[]>();
  const causes: unknown[] = [];
  const fetchOne = async ([name, resource]: [ConfigName, string]) => {
    try {
      secrets[name] = await within(
        access(resource),
        ANSWER_WITHIN_MS,
        () => new Error('Google gave no secret in time'),
      );
    } catch (cause) {
      causes.push(cause);
      const reason = googleRefusal(cause) ?? 'unknown';
      failed.set(reason, [...(failed.get(reason) ?? []), name]);
    }
  };
  await Promise.all([...references].map(fetchOne));
  const problems = [...failed].map(([reason, refused]) => ({
    names: refused,
    text: `${new Intl.ListFormat('en').format(refused)} could not be fetched from Secret Manager${WORDS[reason]}`,
  }));
  return { secrets, problems, cause: causes[0] };
}
