import type { Found, Google } from '../../infra/deploy/google';
import { countDifferences, describePlan, planDeploy } from '../../infra/deploy/plan';
import { STAGES, type Stage } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { withGcloud } from './installed-gcloud';
import { installed, startDeploying, type Deploying } from './support/installed';
import { changed, leavesOf, nameOf, type Path } from './support/leaves';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const ALERTED = {
  alert_emails: ['olga@example.com', 'otto@example.com'],
  alert_channels: { on_call: { type: 'pagerduty' }, team: { type: 'google_chat', space: 'spaces/AAAA' } },
  repository_url: 'https://github.com/olga/telepay',
};

/** Two values of each setting that changes what a deploy makes, in as many groups as six rows can hold. */
const CHOICES = [
  [{ database: { login: 'password', storage_limit_gb: 50 } }, {}],
  [{}, { domain: 'pay.example.com' }],
  [{}, { deployer: true }],
  [{}, ALERTED],
  [{}, { nowpayments_email: 'olga@example.com', owners: '*', payout_currency: 'usdttrc20' }],
  [
    { preset: 'small', public: 'no_iam_check' },
    { functions: { worker: { min_instances: 0, max_instances: 2 } }, log_level: 'debug' },
  ],
] as const;

/** For any two settings, each pair of their values is in one of these rows: a covering array of strength two. */
const ROWS = ['000000', '111000', '100110', '010101', '001011', '111111'];

const SETTINGS = ROWS.map(
  (row) => Object.assign({}, ...CHOICES.map((values, at) => values[Number(row[at])])) as object,
);

it('has each pair of values of any two settings in some row', () => {
  const places = CHOICES.map((_, place) => place);
  const lacking = places.flatMap((a) =>
    places
      .filter((b) => b > a)
      .map((b) => ({ a, b, pairs: [...new Set(ROWS.map((row) => `${row[a]}${row[b]}`))].sort().join() }))
      .filter(({ pairs }) => pairs !== '00,01,10,11'),
  );
  expect(lacking).toEqual([]);
});

/** Fields that a deploy sets and does not compare, each with the reason. The question comes before the colon. */
const NOT_COMPARED: readonly (readonly [field: RegExp, reason: string])[] = [
  [
    /: (.*\.)?(project|instance|metadata\.namespace|secretEnvironmentVariables\.projectId|labels\.project_id)$/,
    'says where it is',
  ],
  [
    /(generation|observedGeneration|spec\.traffic\.percent|status\..+|labels\.deployment-tool)$/,
    'Google or gcloud counts and repeats',
  ],
  [/: (.*\.)?(displayName|description)$/, 'a text for people'],
  [/^monitoring dashboards list: /, 'Google spells it otherwise, so a digest in a label is compared'],
  [/^alpha monitoring policies list: /, 'the same'],
  [/^logging metrics list: /, 'the same, in the description'],
  [
    /^sql instances list: (databaseVersion|settings\.edition)$/,
    'another version or edition is an upgrade that stops the database: a decision by itself',
  ],
  [/^sql instances list: .*(pricingPlan|replicationType|retentionUnit)$/, 'gcloud’s own defaults'],
  [/^sql users list: type$/, 'never changes'],
  [/^artifacts repositories list: (format|cleanupPolicies\.[\w-]+\.id)$/, 'Google’s own: how it keeps them'],
  [
    /^secrets get-iam-policy telepay-database-owner-password: bindings\.members$/,
    'functions that logged in with it until the last deploy still may read it, so that a rollback can start them',
  ],
  [
    /^functions list: buildConfig\.source/,
    'where Google keeps the upload: the digest of the source is compared',
  ],
  [
    /^functions list: serviceConfig\.(allTrafficOnLatestRevision|uri)$/,
    'compared at Cloud Run, where the traffic goes',
  ],
  [/DEPLOY_ID$|containers\.(env\.name|image)$/, 'differs with each deploy'],
  [/^scheduler jobs list: retryConfig/, 'gcloud’s own defaults: the next minute is the retry'],
  [
    /^compute (addresses|ssl-certificates|network-endpoint-groups|forwarding-rules) list: /,
    'never changes once it is made',
  ],
  [/^compute security-policies list: /, 'compared by its description'],
  [/^compute security-policies describe .*(: name|versionedExpr)$/, 'the only one that takes addresses'],
  [
    /^compute backend-services list: (loadBalancingScheme|portName|protocol|timeoutSec)$/,
    'never changes, or means nothing to a serverless backend',
  ],
  [/^compute url-maps list: .*(pathMatcher|pathMatchers\.name)$/, 'a name inside the map'],
  [
    /^monitoring uptime list-configs: .*(contentType|requestMethod|monitoredResource\.type)$/,
    'never changes, or means nothing to a GET',
  ],
  [/^beta monitoring channels list: type$/, 'never changes'],
  [/: (.*\.)?(etag|fingerprint|kind|apiVersion|version|selfLink)$/, 'Google counts its own changes'],
];

interface Question {
  readonly stage: Stage;
  readonly words: string;
  readonly answer: unknown;
}

function recording(google: Google, keep: (words: string, answer: unknown) => void): Google {
  const kept = async <T>(args: readonly string[], answer: Promise<T>): Promise<T> => {
    keep(args.join(' '), await answer);
    return answer;
  };
  return {
    get: (...args) => kept(args, google.get(...args)),
    list: (api, ...args) => kept(args, google.list(api, ...args)),
    isEnabled: google.isEnabled,
  };
}

// The first starts in an empty project; each of the others finds what the one before it has made.
withGcloud('by the real gcloud', () => {
  let world: Deploying;
  /** What Google holds now. Kept until the next deploy, because each question starts a process. */
  let google: Google;
  beforeAll(async () => {
    world = await startDeploying(STAGES, []);
    google = world.read();
  });
  afterAll(() => world.close());

  it.each(SETTINGS)('a second deploy differs in nothing: %j', async (settings) => {
    const installation = installed(settings);
    await world.apply(await planDeploy(STAGES, installation, google));
    google = world.read();
    expect(describePlan(await planDeploy(STAGES, installation, google))).toContain('Nothing differs.');
  });

  describe('with everything', () => {
    const installation = installed(SETTINGS.at(-1));
    const questions: Question[] = [];
    let sent: ReadonlySet<string>;
    beforeAll(async () => {
      for (const stage of STAGES)
        await planDeploy(
          [stage],
          installation,
          recording(google, (words, answer) => void questions.push({ stage, words, answer })),
        );
      sent = new Set(
        world.google.calls
          .filter(({ method, status }) => method !== 'GET' && status === 200)
          .flatMap(({ body }) => leavesOf(body).map(nameOf)),
      );
    });

    /** Whether the stage differs, or refuses, if Google answers this question in this way. */
    async function isSeen({ stage, words }: Question, answer: unknown): Promise<boolean> {
      const known = new Map(questions.map((each) => [each.words, each.answer]));
      known.set(words, answer);
      const found = async (args: readonly string[]) => known.get(args.join(' '));
      const replayed: Google = {
        get: (...args) => found(args) as Promise<Found>,
        list: (_api, ...args) => found(args) as Promise<Found[]>,
        isEnabled: async () => true,
      };
      return planDeploy([stage], installation, replayed).then(
        (plan) => countDifferences(plan) > 0,
        () => true,
      );
    }

    /** The leaves that the deploy has set, by the name of their field. */
    function setIn(question: Question): Map<string, Path[]> {
      const fields = new Map<string, Path[]>();
      for (const leaf of leavesOf(question.answer)) {
        if (!sent.has(nameOf(leaf))) continue;
        const [path] = leaf;
        const words = question.words
          .split(' ')
          .filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith('-'));
        const field = `${words.join(' ')}: ${path.filter((step) => typeof step === 'string').join('.')}`;
        fields.set(field, [...(fields.get(field) ?? []), path]);
      }
      return fields;
    }

    it('sees every field that it set and that somebody changed, apart from those with a reason', async () => {
      const seen = new Map<string, boolean>();
      for (const question of questions)
        for (const [field, paths] of setIn(question)) {
          const isKnown = NOT_COMPARED.some(([known]) => known.test(field));
          // Of many like it, a few are enough.
          for (const path of isKnown ? paths.slice(0, 1) : paths.slice(0, 4))
            if (seen.get(field) !== true)
              seen.set(field, await isSeen(question, changed(question.answer, path)));
        }
      const unseen = [...seen].filter(([, is]) => !is).map(([field]) => field);
      expect(seen.size - unseen.length).toBeGreaterThan(60);
      expect(unseen.filter((field) => !NOT_COMPARED.some(([known]) => known.test(field)))).toEqual([]);
      expect(NOT_COMPARED.filter(([known]) => !unseen.some((field) => known.test(field)))).toEqual([]);
      // What matters most, in case the deploy sends less than it did.
      for (const field of [
        'settings.tier',
        'settings.insightsConfig.queryInsightsEnabled',
        'settings.storageAutoResizeLimit',
      ])
        expect(seen.get(`sql instances list: ${field}`)).toBe(true);
    });
  });
});
