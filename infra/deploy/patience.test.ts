import { MINUTE_SECONDS } from '../../shared/domain/common/time';
import { gcloud } from './command';
import { NOT_YET, WAITS_SECONDS, isNotYet, patiently, waitOn } from './patience';
import { reasonOf } from './run-command';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const EMAIL = 'telepay-worker@telepay-test.iam.gserviceaccount.com';
const WAITING =
  'Operation https://sqladmin.googleapis.com/sql/v1beta4/projects/p/operations/8c1a-4f is taking longer than expected. You can continue waiting for the operation by running `gcloud beta sql operations wait --project p 8c1a-4f`';

/** Google's own sentences, from the sources in the table. */
const PASSES: readonly string[] = [
  `INVALID_ARGUMENT: Service account ${EMAIL} does not exist.`,
  `Service account projects/-/serviceAccounts/${EMAIL} was not found. Verify that the caller may act as it.`,
  `The request was invalid: invalid service account ${EMAIL} provided`,
  `Could not create Cloud Run service telepay-worker. Permission 'iam.serviceaccounts.actAs' denied on service account ${EMAIL} (or it may not exist).`,
  'Cloud Build API has not been used in project 123 before or it is disabled. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
  'Permission denied while using the Eventarc Service Agent. If you recently started to use Eventarc, it may take a few minutes before all necessary permissions are propagated to the Service Agent.',
  'Resource in project [p:setIamPolicy] is the subject of a conflict: There were concurrent policy changes. Please retry the whole read-modify-write with exponential backoff.',
  'HTTPError 409: Operation failed because another operation was already in progress.',
  "Unable to retrieve the repository metadata for projects/p/locations/europe-west1/repositories/gcf-artifacts. Ensure that the Cloud Functions service account has 'artifactregistry.repositories.list' permissions.",
  `Permission denied on secret: projects/1/secrets/s/versions/1 for Revision service account ${EMAIL}.`,
  'Could not build the function due to a missing permission on the build service account.',
  `Access to bucket gcf-v2-sources-1-europe-west1 denied. You must grant Storage Object Viewer permission to ${EMAIL}.`,
  'Cannot find metric(s) that match type = "logging.googleapis.com/user/x". If a metric was created recently, it could take up to 10 minutes to become available.',
  WAITING,
];

it.each(PASSES)('waits after: %s', (sentence) => {
  expect(isNotYet(sentence)).toBe(true);
});

it('has a sentence and a source for each row', () => {
  for (const { says, source } of NOT_YET) {
    expect(PASSES.some((sentence) => says.test(sentence))).toBe(true);
    expect(source).toMatch(/^https:|^gcloud \d+, /);
  }
});

it.each([
  'You may not make accounts.',
  "PERMISSION_DENIED: Permission 'run.services.setIamPolicy' denied on resource 'projects/p'.",
  'FAILED_PRECONDITION: One or more users named in the policy do not belong to a permitted customer.',
  'HTTPError 403: Cloud SQL: the quota of instances in this project is used up.',
  'ERROR: build step 3 failed: npm ci could not find the package',
  'invalid choice: nodejs26',
])('stops at once after: %s', async (sentence) => {
  const run = jest.fn(() => Promise.reject(new Error(sentence)));
  await expect(patiently(run, { goOn: run, onWait: jest.fn() })).rejects.toThrow(sentence);
  expect(run).toHaveBeenCalledTimes(1);
});

it('waits longer each time, and 7 minutes in all', async () => {
  const [refusal = ''] = PASSES;
  const triedAt: number[] = [];
  const start = Date.now();
  const onWait = jest.fn();
  const action = () => {
    triedAt.push((Date.now() - start) / 1000);
    return Promise.reject(new Error(refusal));
  };
  const ended = expect(patiently(action, { goOn: action, onWait })).rejects.toThrow(refusal);
  await jest.advanceTimersByTimeAsync(8 * MINUTE_SECONDS * 1000);
  await ended;
  const waits = triedAt.slice(1).map((at, i) => at - (triedAt[i] ?? 0));
  expect(waits).toEqual([...WAITS_SECONDS]);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(triedAt.at(-1)).toBe(7 * MINUTE_SECONDS);
  expect(onWait.mock.calls).toEqual([[refusal]]);
});

it('goes on as soon as Google knows', async () => {
  const action = jest.fn<Promise<string>, []>().mockResolvedValue('done');
  for (const refusal of PASSES.slice(0, 3)) action.mockRejectedValueOnce(new Error(refusal));
  const ended = patiently(action, { goOn: action, onWait: jest.fn() });
  await jest.advanceTimersByTimeAsync(30_000);
  expect(await ended).toBe('done');
});

it('waits for the operation that gcloud gave up on, and does not start another', async () => {
  const wait = gcloud(['sql', 'operations', 'wait', '8c1a-4f', '--timeout=unlimited']);
  expect(waitOn(WAITING)).toEqual(wait);
  const create = jest.fn(() => Promise.reject(new Error(WAITING)));
  const goOn = jest.fn(() => Promise.resolve('done'));
  expect(await patiently(create, { goOn, onWait: jest.fn() })).toBe('done');
  expect(create).toHaveBeenCalledTimes(1);
  expect(goOn.mock.calls).toEqual([[wait]]);
});

it.each([
  ['ERROR: (gcloud.iam.create) You may not.', 'You may not.'],
  [
    'Preparing function...\n..failed.\nERROR: (gcloud.functions.deploy) OperationError: code=7, message=Unable to retrieve the repository metadata for gcf-artifacts.',
    'Unable to retrieve the repository metadata for gcf-artifacts.',
  ],
  [
    "ERROR: (gcloud.scheduler.jobs.list) PERMISSION_DENIED: Cloud Scheduler API has not been used in project 1 before.\n- '@type': type.googleapis.com/google.rpc.Help\n  links:\n  - description: Console\n    url: https://console\n- '@type': type.googleapis.com/google.rpc.ErrorInfo\n  domain: googleapis.com\n  metadata:\n    consumer: projects/1\n    service: cloudscheduler\n  reason: SERVICE_DISABLED",
    'PERMISSION_DENIED: Cloud Scheduler API has not been used in project 1 before.',
  ],
  ['something else failed', 'something else failed'],
  ['', 'it failed without a message'],
])('shows only Google’s sentence of %j', (errors, sentence) => {
  expect(reasonOf(errors)).toBe(sentence);
});
