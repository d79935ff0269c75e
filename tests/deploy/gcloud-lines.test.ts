import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../infra/build';
import { commandsOf } from '../../infra/deploy/resource';
import { dryRun, planDeploy } from '../../infra/deploy/plan';
import { STAGES } from '../../infra/deploy/stages';
import table from './gcloud-flags.json';
import { callsIn, type ShellCall } from './shell-calls';
import { installed, nothingThere } from './support/installed';

// What a deploy prints and what documents show is what gcloud takes: read by bash, and held to gcloud's own flags, here as
// they are kept in gcloud-flags.json, for gcloud itself is not on every machine. Where it is, `deploy.test.ts` runs it all.

const ROOT = join(__dirname, '../..');
const FLAGS: Readonly<Record<string, readonly string[]>> = table;
/** https://cloud.google.com/sdk/gcloud/reference#GLOBAL-FLAGS, those in use. */
const EVERYWHERE = ['--project', '--format', '--quiet', '--filter', '--flags-file', '--limit', '--sort-by'];

/** The longest run of leading words that is a command we know; the rest are names and flags. */
function commandOf(args: readonly string[]): string | undefined {
  const words = args.slice(0, args.findIndex((arg) => arg.startsWith('-')) >>> 0);
  for (let length = words.length; length > 0; length -= 1) {
    const command = words.slice(0, length).join(' ');
    if (command in FLAGS) return command;
  }
  return undefined;
}

const wrongIn = (calls: readonly ShellCall[]): string[] =>
  calls
    .filter(({ program }) => program === 'gcloud')
    .flatMap(({ args }) => {
      const command = commandOf(args);
      if (command === undefined) return [`gcloud ${args.join(' ')}: is no command in gcloud-flags.json`];
      const known = [...(FLAGS[command] ?? []), ...EVERYWHERE];
      return (
        args
          .filter((arg) => arg.startsWith('--'))
          .map((arg) => arg.split('=', 1)[0] ?? '')
          // A flag that is either on or off has a second name.
          .filter((flag) => !known.includes(flag) && !known.includes(flag.replace('--no-', '--')))
          .map((flag) => `gcloud ${command} has no ${flag}`)
      );
    });

const INSTALLATIONS = {
  'by default': {},
  'with a password for all': { database: { login: 'password' } },
  'with everything': {
    domain: 'pay.example.com',
    alert_emails: ['olga@example.com', 'otto@example.com'],
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
    await build(() => undefined);
    plan = await planDeploy(STAGES, installation, nothingThere);
  });

  it('prints a script that makes the very calls that it would make', () => {
    const calls = callsIn(dryRun(plan, project));
    const meant = plan
      .flatMap(({ changes, always }) => [...changes.flatMap(commandsOf), ...always])
      .map(({ program, args }) =>
        (program === 'gcloud' ? [...args, `--project=${project}`] : args).join('\n'),
      );
    // Some lines first look something up, which is a call of its own.
    const made = calls.map(({ args }) => args.filter((arg) => !arg.endsWith('channels=')).join('\n'));
    for (const call of meant) expect(made).toContain(call);
    expect(new Set(meant).size).toBeGreaterThan(40);
  });

  it('uses no command and no flag that gcloud lacks', () => {
    expect(wrongIn(callsIn(dryRun(plan, project)))).toEqual([]);
  });
});

/** Shell in the documents, by where it stands; what Cloud Build's file says in its comments is for a terminal, too. */
const SCRIPTS: readonly (readonly [string, string])[] = [
  ...['README.md', 'infra/README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`)]
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```/gms)].map(([, block]) => String(block));
      const inline = [...text.replaceAll(/^ *```.*?^ *```/gms, '').matchAll(/`(gcloud [^`]+)`/g)];
      return [...blocks, ...inline.map(([, line]) => String(line))].map((script) => [file, script] as const);
    }),
  ...[
    ...readFileSync(join(ROOT, 'cloudbuild.yaml'), 'utf8').matchAll(/gcloud (?:[^\n]*\\\n#)*[^\n]*--[^\n]*/g),
  ].map(([line]) => ['cloudbuild.yaml', line.replaceAll('\\\n#', '\\\n')] as const),
].filter(([, script]) => script.includes('gcloud '));

it.each(SCRIPTS)('%s shows what gcloud takes: %s', (_, script) => {
  const calls = callsIn(script.replaceAll('…', 'x'), ['gcloud', 'npm', 'export']);
  expect(calls.some(({ program }) => program === 'gcloud')).toBe(true);
  expect(wrongIn(calls)).toEqual([]);
});

it('finds a flag that gcloud lacks, and a command that nobody has checked', () => {
  expect(wrongIn(callsIn('gcloud functions deploy x --gen2 --memori=1'))).toEqual([
    'gcloud functions deploy has no --memori',
  ]);
  expect(wrongIn(callsIn('gcloud compute nothing list'))).toHaveLength(1);
});
