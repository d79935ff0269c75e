import { gcloud, type Command } from './command';

interface NotYet {
  readonly says: RegExp;
  /** Where this answer is reported, and that it passes. */
  readonly source: string;
}

/**
 * The answers of Google while something new is not known everywhere yet, or while another change is in progress. Each passes
 * without anyone's help. A refusal that a person has to mend must not be in this table.
 */
export const NOT_YET: readonly NotYet[] = [
  {
    says: /service account .{1,200}(does not exist|was not found)/i,
    source: 'https://github.com/firebase/firebase-tools/pull/11043',
  },
  { says: /invalid service account/i, source: 'https://github.com/firebase/firebase-tools/pull/11047' },
  {
    says: /iam\.serviceaccounts\.actas/i,
    source: 'https://github.com/firebase/firebase-tools/issues/10859',
  },
  {
    says: /has not been used in project|SERVICE_DISABLED|accessNotConfigured/,
    source: 'https://github.com/m-lab/etl/issues/713',
  },
  {
    says: /wait a few minutes|may take a few minutes|in a few minutes/i,
    source: 'https://github.com/terraform-google-modules/terraform-docs-samples/issues/486',
  },
  {
    says: /concurrent policy changes/i,
    source: 'https://github.com/googleapis/google-cloud-cpp/issues/4113',
  },
  {
    says: /operation .*in progress|operationInProgress/i,
    source: 'https://github.com/hashicorp/terraform-provider-google/issues/4370',
  },
  {
    says: /unable to retrieve the repository metadata/i,
    source: 'https://github.com/firebase/firebase-tools/issues/5588',
  },
  {
    says: /permission denied on secret/i,
    source: 'https://github.com/terraform-google-modules/terraform-docs-samples/pull/168',
  },
  {
    says: /missing permission on the build service account/i,
    source: 'https://github.com/GoogleCloudPlatform/terraform-genai-knowledge-base/issues/245',
  },
  {
    says: /access to bucket \S+ denied/i,
    source: 'https://github.com/terraform-google-modules/terraform-docs-samples/pull/179',
  },
  {
    says: /cannot find metric|if a metric was created recently/i,
    source: 'https://github.com/hashicorp/terraform-provider-google/issues/11102',
  },
  {
    says: /is taking longer than expected/i,
    source: 'gcloud 528, googlecloudsdk/api_lib/sql/operations.py',
  },
];

/** Whether Google will probably accept the same call in some minutes. */
export const isNotYet = (message: string): boolean => NOT_YET.some(({ says }) => says.test(message));

/**
 * The command that goes on waiting for an operation that gcloud gave up on. The call itself must not be repeated, because its
 * operation is still under way. `undefined` if the message names none.
 */
export function waitOn(message: string): Command | undefined {
  const operation = /taking longer than expected.*`gcloud .*sql operations wait .*?([\w-]+)`/s.exec(
    message,
  )?.[1];
  return operation === undefined
    ? undefined
    : gcloud(['sql', 'operations', 'wait', operation, '--timeout=unlimited']);
}

/**
 * The seconds before each further try, 7 minutes in all: a new permission is known within 2 minutes, sometimes after 7 or more.
 * https://cloud.google.com/iam/docs/access-change-propagation
 */
export const WAITS_SECONDS = [5, 10, 15, 30, 60, 60, 60, 60, 60, 60] as const;

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, seconds * 1000));

interface Patience {
  /** Performs the command that goes on waiting for what an earlier try started. */
  readonly goOn: (command: Command) => Promise<string>;
  /** Called once, with what Google said, before the first wait. */
  readonly onWait: (reason: string) => void;
}

/** Tries again while Google does not know yet what it needs. Throws the last error after 7 minutes, and any other at once. */
export async function patiently(action: () => Promise<string>, { goOn, onWait }: Patience): Promise<string> {
  let next = action;
  for (let tries = 0; ; tries += 1) {
    try {
      return await next();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      const seconds = WAITS_SECONDS[tries];
      if (seconds === undefined || !isNotYet(message)) throw error;
      if (tries === 0) onWait(message);
      const command = waitOn(message);
      if (command !== undefined) next = () => goOn(command);
      else await wait(seconds);
    }
  }
}
