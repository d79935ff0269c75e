import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createInterface } from 'node:readline/promises';
import { build } from './build';
import { applyPlan, DeployStopped } from './deploy/apply-plan';
import { at, readGoogle } from './deploy/google';
import { installationOf, type Installation } from './deploy/installation';
import { askHidden, newSecrets } from './deploy/new-secret';
import { countDifferences, describePlan, dryRun, lastWords, planDeploy } from './deploy/plan';
import { CommandFailed, commandRunner, type Run } from './deploy/run-command';
import { readSettings, SettingsError } from './deploy/settings';
import { demandThatPoolsFit, TooManyConnections } from './deploy/sizes';
import { STAGES } from './deploy/stages';

const HELP = `Creates or updates everything that TelePay needs in a Google Cloud project, with gcloud. Safe to repeat: what is
there already is left as it is. Needs: gcloud auth login, gcloud auth application-default login, a project with billing.

  npm run deploy                          say what differs, ask, and do it
  npm run deploy -- --plan                only say what differs
  npm run deploy -- --dry-run             only print every command that would be run
  npm run deploy -- --yes                 do not ask

  --settings FILE   what you decided (deploy.json; begin with: cp infra/deploy.example.json deploy.json)
  --secrets FILE    NAME=value lines for secrets that are not in Secret Manager yet; without it you are asked
  --help            this text
`;

interface Options {
  readonly plan?: boolean;
  readonly 'dry-run'?: boolean;
  readonly yes?: boolean;
  readonly settings?: string;
  readonly secrets?: string;
}

async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CommandFailed('Nobody is here to be asked: add --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Do this? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function prepare(options: Options): Promise<{ installation: Installation; run: Run }> {
  const settings = await readSettings(options.settings ?? 'deploy.json');
  demandThatPoolsFit(settings);
  const { project } = settings;
  const file = options.secrets === undefined ? undefined : await readFile(options.secrets, 'utf8');
  const newSecret = newSecrets({
    ...(file !== undefined && { file }),
    ...(process.stdin.isTTY && { ask: askHidden }),
  });
  const run = commandRunner({ project, newSecret, environment: process.env });
  const found = await readGoogle(run).get('projects', 'describe', project);
  return { installation: installationOf(settings, at(found, 'projectNumber')), run };
}

async function deploy(options: Options): Promise<void> {
  await build(() => undefined);
  const { installation, run } = await prepare(options);
  console.error(`Reading what is in ${installation.settings.project} …`);
  const plan = await planDeploy(STAGES, installation, readGoogle(run));
  if (options['dry-run']) {
    console.log(dryRun(plan, installation.settings.project));
    return;
  }
  console.log(describePlan(plan));
  if (options.plan) return;
  if (countDifferences(plan) > 0 && !options.yes && !(await isAgreed())) return;
  await applyPlan(plan, { run, log: console.log });
  for (const line of await lastWords(STAGES, installation, readGoogle(run))) console.log(line);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      plan: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      settings: { type: 'string' },
      secrets: { type: 'string' },
    },
  });
  if (values.help) console.log(HELP);
  else await deploy(values);
}

const EXPECTED = [SettingsError, CommandFailed, DeployStopped, TooManyConnections];

main().catch((error: unknown) => {
  const isExpected = EXPECTED.some((type) => error instanceof type);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
