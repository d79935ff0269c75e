import { readArguments, readNamedFile, UsageError } from './arguments';
import { build, demandBuilt, NotBuilt } from './build';
import { isConfirmed } from './confirm';
import { applyPlan, DeployStopped } from './deploy/apply-plan';
import { shellLine, type Command } from './deploy/command';
import { deployIdAt } from './deploy/deploy-id';
import { performDrill, planDrill, type Drill } from './deploy/drill';
import { readGoogle, type Google } from './deploy/google';
import { installationOf, type Installation } from './deploy/installation';
import { isDomainUsed, projectNumberOf } from './installation/known-project';
import { askForSecrets, askHidden, newSecrets, newSecretsIn } from './deploy/new-secret';
import {
  countDifferences,
  describePlan,
  isFirst,
  dryRun,
  lastWords,
  planDeploy,
  splitAfterFunctions,
} from './deploy/plan';
import { isPaused, pausing, PAUSED_AND_UNASKED, resuming, wordsOfPause } from './deploy/pause';
import { findInstance } from './deploy/resources/database';
import { rollBack, WORDS_OF_ROLLBACK } from './deploy/roll-back';
import { CommandFailed, commandRunner, type Run } from './deploy/run-command';
import {
  afterSecretChange,
  demandSecret,
  retirement,
  rotation,
  type SecretChange,
} from './deploy/secret-versions';
import { readSettings, SettingsError, type Settings } from './deploy/settings/settings';
import { showEnvironment } from './deploy/show-environment';
import { demandThatPoolsFit, TooManyConnections } from './deploy/sizes';
import { STAGES } from './deploy/stages';
import { runMain } from './run-command';

const HELP = `Creates or updates everything that TelePay needs in a Google Cloud project, with gcloud. Safe to repeat: it changes
only what differs. Needs gcloud auth login, gcloud auth application-default login, and a project with billing.

  npm run deploy                       show what differs, ask, and deploy
  npm run deploy -- --plan             only show what differs
  npm run deploy -- --dry-run          only print every command that would run
  npm run deploy -- --show-environment only print the variables that each function is given
  npm run deploy -- --rotate NAME      create a new version of a secret first; the old one is still accepted
  npm run deploy -- --rotate NAME --leaked
                                       … and accept only the new one: disable all older versions right after the deploy
  npm run deploy -- --retire NAME      use only a secret's newest version, then disable the older ones
  npm run deploy -- --rollback         move traffic back to the revisions from before the last deploy
  npm run deploy -- --rollback --to ID … or to those that served after the deploy ID
  npm run deploy -- --pause            stop the bot: its schedule, its queue and its webhook; IPNs are still kept
  npm run deploy -- --resume           start it again
  npm run deploy -- --drill            restore the newest backup beside the database, look into it, and delete it

  --yes             do not ask
  --no-build        deploy dist/ as npm run build left it
  --settings FILE   your settings (deploy.json; start with: cp infra/deploy.example.json deploy.json)
  --secrets FILE    NAME=value lines for secrets that are not in Secret Manager yet; without it, the command asks you
  --help            this text
`;

const OPTIONS = {
  plan: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'show-environment': { type: 'boolean' },
  yes: { type: 'boolean' },
  'no-build': { type: 'boolean' },
  rollback: { type: 'boolean' },
  to: { type: 'string' },
  pause: { type: 'boolean' },
  resume: { type: 'boolean' },
  drill: { type: 'boolean' },
  rotate: { type: 'string' },
  leaked: { type: 'boolean' },
  retire: { type: 'string' },
  settings: { type: 'string', default: 'deploy.json' },
  secrets: { type: 'string' },
} as const;

type Options = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

const isAgreed = async ({ yes }: Options): Promise<boolean> => yes === true || isConfirmed('Do this?');

const ANSWER_WITHIN_MS = 5_000;

/** Whether a domain leads to our own `health`. The liveness probe answers even if the database is down. */
const isReached = (domain: string): Promise<boolean> =>
  fetch(`https://${domain}/health?probe=live`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    ({ ok, headers }) => ok && headers.has('x-correlation-id'),
    () => false,
  );

/** Once the functions use the domain, it counts as ready, because one unanswered probe must not undo the move. */
const isReady = async (domain: string, settings: Settings, google: Google): Promise<boolean> =>
  (await isDomainUsed(settings, google)) || isReached(domain);

const sayNothing = (): void => undefined;

interface Prepared {
  readonly installation: Installation;
  readonly run: Run;
  readonly newSecret: ReturnType<typeof newSecrets>;
}

async function prepare(options: Options): Promise<Prepared> {
  const file = options.secrets === undefined ? undefined : await readNamedFile(options.secrets);
  const settings = await readSettings(options.settings);
  demandThatPoolsFit(settings);
  for (const name of [options.rotate, options.retire]) if (name !== undefined) demandSecret(settings, name);
  const { project } = settings;
  const newSecret = newSecrets({
    ...(file !== undefined && { file }),
    ...(process.stdin.isTTY && { ask: askHidden }),
  });
  const run = commandRunner({ project, newSecret, environment: process.env });
  const google = readGoogle(run);
  const projectNumber = await projectNumberOf(settings, google);
  const deployId = deployIdAt(Date.now());
  const isDomainReady = settings.domain !== undefined && (await isReady(settings.domain, settings, google));
  return {
    installation: installationOf(settings, { projectNumber, deployId, isDomainReady }),
    run,
    newSecret,
  };
}

/** Runs commands outside the plan in order, or only prints them in a dry run. Returns `false` if the operator says no. */
async function runInOrder(
  commands: readonly Command[],
  { run, project, options }: { run: Run; project: string; options: Options },
): Promise<boolean> {
  for (const command of commands) console.log(shellLine(project, command));
  if (commands.length === 0 || options['dry-run'] || options.plan) return true;
  if (!(await isAgreed(options))) return false;
  for (const command of commands) await run(command);
  return true;
}

/** The change of secrets. A leaked secret is rotated and retired in one deploy, so its old value is accepted no longer. */
function secretChange({ rotate, retire, leaked = false }: Options): SecretChange {
  if (!leaked) return { rotate, retire };
  if (rotate === undefined) throw new UsageError('--leaked needs --rotate NAME.');
  return { rotate, retire: rotate, isLeaked: true };
}

const FIRST_DONE =
  'TelePay is deployed. What is left are the settings at NOWPayments, your channels and the doctor: infra/README.md, from step 6 on.';

async function deploy(options: Options): Promise<void> {
  const wanted = secretChange(options);
  const { rotate, retire } = wanted;
  const isOnlyShown = options.plan === true || options['dry-run'] === true;
  const { installation, run, newSecret } = await prepare(options);
  const before = readGoogle(run);
  if (options['show-environment']) {
    console.log(await showEnvironment(installation, before));
    return;
  }
  await findInstance(installation, before);
  const paused = await isPaused(installation, before);
  if (paused && options.yes && !isOnlyShown) throw new CommandFailed(PAUSED_AND_UNASKED);
  if (options['no-build']) demandBuilt();
  else await build(sayNothing);
  const { project } = installation.settings;
  const inOrder = { run, project, options };
  if (rotate !== undefined) {
    const commands = await rotation(installation, readGoogle(run), wanted);
    if (!(await runInOrder(commands, inOrder))) return;
  }
  console.error(`Reading the state of ${project} …`);
  const google = readGoogle(run);
  // Only shown, nothing was rotated yet.
  const rotated = isOnlyShown ? afterSecretChange(google, installation, { rotate }) : google;
  const plan = await planDeploy(STAGES, installation, afterSecretChange(rotated, installation, { retire }));
  console.log(options['dry-run'] ? dryRun(plan, project) : describePlan(plan));
  const retireOlder = async (yes = options.yes === true) => {
    const how = { ...inOrder, options: { ...options, yes } };
    if (retire !== undefined) await runInOrder(await retirement(installation, rotated, retire), how);
  };
  if (paused && !options['dry-run']) console.log('TelePay is paused, and a deploy starts it again.');
  if (isOnlyShown) {
    await retireOlder();
  } else {
    const differs = countDifferences(plan) > 0;
    if (differs && !(await isAgreed(options))) return;
    await askForSecrets(newSecret, newSecretsIn(plan));
    const [first, rest] = splitAfterFunctions(plan);
    const onStopped =
      rotate === undefined ? undefined : `${rotate} is changed already. Continue without --rotate.`;
    try {
      await applyPlan(first, { run, log: console.log });
      // Not at the end, because a later step may fail for long and a leaked secret would stay enabled. Without a second
      // question, because Telegram is refused until the next step.
      await retireOlder(differs || options.yes === true);
      await applyPlan(rest, { run, log: console.log, onStopped });
      console.log(isFirst(plan) ? FIRST_DONE : 'Done.');
    } finally {
      // Also if a step fails, because the deploy cannot succeed before the operator sets the domain's DNS record.
      const words = await lastWords(STAGES, installation, readGoogle(run)).catch(() => []);
      for (const line of words) console.log(line);
    }
  }
}

/** Restores the newest backup beside the database, or only prints how. */
async function drill(
  planned: Drill,
  { run, project, options }: { run: Run; project: string; options: Options },
): Promise<void> {
  for (const command of [...planned.restore, ...planned.cleanUp]) console.log(shellLine(project, command));
  for (const name of planned.spared)
    console.log(`${name} stays, because a drill that began less than a day ago may still be running.`);
  console.log(`This restores the backup of ${planned.takenAt} and takes about half an hour.`);
  if (options['dry-run'] || options.plan || !(await isAgreed(options))) return;
  await performDrill(planned, { run, log: console.log });
  console.log('The backup can be restored. The instance of the drill is deleted.');
}

/** What the command can do instead of a deploy. */
const ASIDE = ['rollback', 'pause', 'resume', 'drill'] as const;
const OF_A_DEPLOY = ['rotate', 'retire', 'leaked'] as const;

async function main(): Promise<void> {
  const { values } = readArguments(OPTIONS);
  if (values.help) return void process.stdout.write(HELP);
  if (!values.rollback && values.to !== undefined) throw new UsageError('--to needs --rollback.');
  const [chosen, other] = ASIDE.filter((name) => values[name] === true);
  if (other !== undefined) throw new UsageError(`--${chosen} and --${other} exclude each other.`);
  if (chosen === undefined) return deploy(values);
  const ignored = OF_A_DEPLOY.find((name) => values[name] !== undefined);
  if (ignored !== undefined) throw new UsageError(`--${chosen} and --${ignored} exclude each other.`);
  const { installation, run } = await prepare(values);
  const google = readGoogle(run);
  if (chosen === 'drill')
    return drill(await planDrill(installation, google), {
      run,
      project: installation.settings.project,
      options: values,
    });
  const commands = {
    rollback: () => rollBack(installation, google, values.to),
    pause: () => pausing(installation, google),
    resume: () => resuming(installation, google),
  };
  const inOrder = { run, project: installation.settings.project, options: values };
  if (chosen === 'rollback') console.error(WORDS_OF_ROLLBACK);
  const isDone = await runInOrder(await commands[chosen](), inOrder);
  if (isDone && chosen === 'pause' && !values['dry-run'] && !values.plan)
    for (const line of await wordsOfPause(installation, google)) console.log(line);
}

runMain(main, [SettingsError, NotBuilt, CommandFailed, DeployStopped, TooManyConnections]);
