import { TARGETS } from '../../functions/variables';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../infra/deploy/command';
import type { Found, Google } from '../../infra/deploy/google';
import type { Installation } from '../../infra/deploy/installation';
import { planDeploy } from '../../infra/deploy/plan';
import { policyName } from '../../infra/deploy/resources/cloud-armor';
import { STAGES } from '../../infra/deploy/stages';
import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { callsOf, gcloudScripts } from './gcloud-scripts';
import { wrongIn } from './gcloud-table';
import { startGoogle } from './google/stand-in';
import { withGcloud } from './installed-gcloud';
import { installed } from './support/installed';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

type Args = readonly string[];

/** A project with something of each kind, so that a deploy asks everything. Records every call in `asked`. */
function projectWithEverything(installation: Installation, asked: Args[]): Google {
  const { database, secrets, secret, account, folder } = installation;
  const named = (name: string): Found => ({ name });
  const lists: Readonly<Record<string, readonly Found[]>> = {
    'sql instances list': [{ name: database.instance, state: 'RUNNABLE' }],
    'secrets list': secrets.map((variable) => named(secret(variable))),
    'compute security-policies list': [named(policyName(installation))],
    'iam service-accounts list': TARGETS.map((target) => ({ email: account(folder(target)) })),
  };
  const ask = (args: Args) => void asked.push([...args, '--format=json']);
  return {
    get: async (...args) => {
      ask(args);
      return [] as unknown as Found;
    },
    list: async (_api, ...args) => {
      ask(args);
      return lists[args.join(' ')] ?? [];
    },
    isEnabled: async () => true,
  };
}

interface Calls {
  readonly asked: readonly Args[];
  readonly creates: readonly Args[];
  readonly updates: readonly Args[];
}

/** Every call that a deploy may make: its questions, and its changes to missing or different resources. */
async function callsOfDeploy(settings: object): Promise<Calls> {
  const installation = installed(settings);
  const asked: Args[] = [];
  const plan = await planDeploy(STAGES, installation, projectWithEverything(installation, asked));
  const resources = plan.flatMap(({ changes }) => changes.map(({ resource }) => resource));
  const argsOf = (commands: readonly Command[]): Args[] =>
    commands.flatMap(({ args, input }) =>
      input?.type === 'json' && input.from ? [args, input.from.args] : [args],
    );
  return {
    asked,
    creates: argsOf(resources.flatMap(({ create }) => create)),
    updates: argsOf(resources.flatMap(({ update, wanted }) => update(Object.keys(wanted)))),
  };
}

const DEPLOYS = [
  {
    alert_emails: ['olga@example.com'],
    alert_channels: { on_call: { type: 'pagerduty' } },
    nowpayments_email: 'olga@example.com',
    domain: 'pay.example.com',
    deployer: true,
  },
  { database: { login: 'password' }, public: 'no_iam_check', preset: 'small' },
];

const written = (): Args[] =>
  gcloudScripts()
    .flatMap(([, script]) => callsOf(script))
    .filter(({ program }) => program === 'gcloud')
    // A project's id must be well-formed.
    .map(({ args }) => args.map((arg) => arg.replace(/^--project=PROJECT.*/, '--project=a-project')));

/** Keeps one call for each command and set of flags. */
function distinct(calls: readonly Args[]): Args[] {
  const shape = (args: Args) =>
    args.map((arg, place) => (arg.startsWith('-') ? arg.replace(/=.*/, '') : place < 4 ? arg : '')).join(' ');
  return [...new Map(calls.map((args) => [shape(args), args])).values()];
}

const PROBE = '--no-such-flag';

/** Adds an unknown flag to a command, so that gcloud does not run it, and returns gcloud's complaint. */
function refusal(args: Args, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile('gcloud', [...args, PROBE], { env }, (_error, _stdout, stderr) => {
      const [first = ''] = stderr.split('\n\n');
      resolve(first.replace(/^ERROR: \([\w.-]+\) /, '').trim());
    });
    // Some commands read a file before they check their flags. Policies are a list.
    child.stdin?.end(args.includes('--policy=-') ? '[]' : '{}');
  });
}

it('knows the flags of every call that a deploy may make', async () => {
  for (const { asked, creates, updates } of await Promise.all(DEPLOYS.map(callsOfDeploy))) {
    const calls = distinct([...asked, ...creates, ...updates]);
    expect(calls.length).toBeGreaterThan(40);
    expect(wrongIn(calls.map((args) => ({ program: 'gcloud', args })))).toEqual([]);
  }
});

withGcloud('the real gcloud', () => {
  // Other tests run the questions and creations to their end.
  it('refuses only the unknown flag in updates and documented commands', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'telepay-refuses-'));
    const google = await startGoogle(folder);
    try {
      const env = { HOME: folder, ...google.environment };
      const deploys = await Promise.all(DEPLOYS.map(callsOfDeploy));
      const calls = distinct([...deploys.flatMap(({ updates }) => updates), ...written()]);
      expect(calls.length).toBeGreaterThan(20);
      const refusals = await Promise.all(
        calls.map(async (args) => ({ line: args.join(' '), said: await refusal(args, env) })),
      );
      expect(refusals.filter(({ said }) => said !== `unrecognized arguments: ${PROBE}`)).toEqual([]);
      expect(google.calls).toEqual([]);
      expect(await refusal(['sql', 'instances', 'create', 'x', '--teir=y'], env)).toContain('--teir=y');
      expect(await refusal(['functions', 'deploy', 'x', '--ingress-settings=y'], env)).toContain('y');
    } finally {
      await google.close();
      rmSync(folder, { recursive: true });
    }
  });
});
