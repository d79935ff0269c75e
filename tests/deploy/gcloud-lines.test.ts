import { commandsOf } from '../../infra/deploy/resource';
import { dryRun, planDeploy } from '../../infra/deploy/plan';
import { STAGES } from '../../infra/deploy/stages';
import { callsOf, gcloudScripts } from './gcloud-scripts';
import { wrongIn } from './gcloud-table';
import { callsIn } from './shell-calls';
import { installed, nothingThere } from './support/installed';

// Checks that gcloud accepts the commands that a deploy prints and the documents show. Bash reads them, and gcloud-flags.json
// lists gcloud's flags, because not every machine has gcloud. Where gcloud is installed, `deploy.test.ts` runs everything.

const INSTALLATIONS = {
  'by default': {},
  'with a password for all': { database: { login: 'password' } },
  'as a small shop in a strict organization': { preset: 'small', public: 'no_iam_check' },
  'with everything': {
    domain: 'pay.example.com',
    alert_emails: ['olga@example.com', 'otto@example.com'],
    alert_channels: { on_call: { type: 'pagerduty' }, texts: { type: 'sms', number: '+4915112345678' } },
    repository_url: 'https://github.com/olga/telepay',
    nowpayments_email: 'olga@example.com',
    payout_currency: 'usdttrc20',
    deployer: true,
    allowed_ips: '203.0.113.0/24,2001:db8::/32',
  },
};

describe.each(Object.entries(INSTALLATIONS))('a deploy from nothing, %s', (_, settings) => {
  const installation = installed(settings);
  const { project } = installation.settings;
  let plan: Awaited<ReturnType<typeof planDeploy>>;
  beforeAll(async () => {
    plan = await planDeploy(STAGES, installation, nothingThere);
  });

  it('prints a script with every call that it would make', () => {
    const calls = callsIn(dryRun(plan, project));
    const meant = plan
      .flatMap(({ changes, always }) => [...changes.flatMap(commandsOf), ...always])
      .map(({ program, args }) =>
        (program === 'gcloud' ? [...args, `--project=${project}`] : args).join('\n'),
      );
    const made = calls.map(({ args }) => args.join('\n'));
    for (const call of meant) expect(made).toContain(call);
    expect(new Set(meant).size).toBeGreaterThan(40);
  });

  it('uses only commands and flags that gcloud has', () => {
    expect(wrongIn(callsIn(dryRun(plan, project)))).toEqual([]);
  });
});

it.each(gcloudScripts())('accepts in %s: %s', (_, script) => {
  const calls = callsOf(script);
  expect(calls.some(({ program }) => program === 'gcloud')).toBe(true);
  expect(wrongIn(calls)).toEqual([]);
});

it('finds flags and commands that gcloud-flags.json lacks', () => {
  expect(wrongIn(callsIn('gcloud functions deploy x --gen2 --memori=1'))).toEqual([
    'gcloud functions deploy has no --memori',
  ]);
  expect(wrongIn(callsIn('gcloud compute nothing list'))).toHaveLength(1);
});
