import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TARGETS, VARIABLES, type Target } from '../../../functions/variables';
import { uploadedOf } from '../../build/uploaded-files';
import { gcloud } from '../command';
import { isCloudSql } from '../settings/database-settings';
import { at, lastPart, listFunctions, type Found, type Google } from '../google';
import { DATABASE_SECRETS, hasPrevious, secretBehind, type Installation } from '../installation';
import type { Resource, Shape } from '../resource';
import { sizeOf } from '../sizes';
import { databaseLogin } from './database';
import { functionService } from './function-service';
import { queueName } from './queue';
import { DEPLOY_ID } from '../roll-back';
import { liveVersions } from './secrets';

/** A hash of a function's files. The function is deployed again if it differs. */
async function sourceHash(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await uploadedOf(folder))
    hash.update(`${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** The variables of a function that are not secret. */
export function environmentOf(installation: Installation, target: Target): Record<string, string> {
  const { settings, connectionName, database, account, folder } = installation;
  const { login } = settings.database;
  const known: Record<string, string | undefined> = {
    ...(isCloudSql(settings)
      ? {
          CLOUD_SQL_INSTANCE: connectionName,
          DATABASE_NAME: database.name,
          DATABASE_USER: login === 'iam' ? databaseLogin(account(folder(target))) : database.owner,
        }
      : { DATABASE_POOLER: settings.database.pooler }),
    DATABASE_POOL_MAX: String(sizeOf(settings, target).poolMax),
    DATABASE_POOL_WAIT_MS: String(sizeOf(settings, target).poolWaitMs),
    LOG_LEVEL: settings.log_level,
    GOOGLE_CLOUD_PROJECT: settings.project,
  };
  const own: Record<string, string | undefined> = {
    TELEGRAM_BOT_USERNAME: settings.bot_username,
    TELEGRAM_WEBHOOK_URL: installation.publicUrl('telegramWebhook'),
    OWNERS: settings.owners,
    STARS_FOR: settings.stars_for,
    ALLOWED_IPS: settings.allowed_ips,
    TRUSTED_PROXY_HOPS: installation.isDomainReady ? '2' : '1',
    NOWPAYMENTS_EMAIL: settings.nowpayments_email,
    NOWPAYMENTS_PAYOUT_CURRENCY: settings.payout_currency,
    NOWPAYMENTS_IPN_CALLBACK_URL: installation.publicUrl('paymentIpn'),
    WORKER_URL: installation.url('worker'),
    WORKER_INVOKER_EMAIL: account('scheduler'),
    CLOUD_TASKS_QUEUE: queueName(installation),
  };
  for (const name of VARIABLES[target]) known[name] = own[name];
  return Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * The secret and its version for each variable. Versions are pinned, so that a deploy shows which it uses and a rollback
 * brings the old one back. If two are enabled, the function gets the older one as `…_PREVIOUS` and still accepts it.
 */
export async function secretVersions(
  installation: Installation,
  google: Google,
  target: Target,
): Promise<Shape> {
  const { settings, secret } = installation;
  const pinned: Record<string, string> = {};
  for (const variable of [...DATABASE_SECRETS, ...VARIABLES[target]]) {
    const kept = secretBehind(settings, variable);
    if (kept === undefined) continue;
    const [newest = 1, previous] = await liveVersions(installation, google, kept);
    pinned[variable] = `${secret(kept)}:${newest}`;
    const name = `${variable}_PREVIOUS`;
    if (
      hasPrevious(kept) &&
      previous !== undefined &&
      (VARIABLES[target] as readonly string[]).includes(name)
    )
      pinned[name] = `${secret(kept)}:${previous}`;
  }
  return pinned;
}

const sized = (prefix: string, shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).map(([name, value]) => [`${prefix} ${name}`, value]));

interface Env {
  readonly environmentVariables?: Readonly<Record<string, string>>;
  readonly secretEnvironmentVariables?: readonly { key: string; secret: string; version: string }[];
}

/** The variables of a deployed function that are not secret. */
const variablesOf = (found: Found): Shape =>
  ((found['serviceConfig'] ?? {}) as Env).environmentVariables ?? {};

function shapeOf(found: Found): Shape {
  const { secretEnvironmentVariables = [] } = (found['serviceConfig'] ?? {}) as Env;
  const secrets = secretEnvironmentVariables.map(({ key, secret, version }) => [
    key,
    `${lastPart(secret)}:${version}`,
  ]);
  return {
    state: at(found, 'state'),
    source: at(found, 'labels', 'source'),
    runtime: at(found, 'buildConfig', 'runtime'),
    'entry point': at(found, 'buildConfig', 'entryPoint'),
    'build account': lastPart(at(found, 'buildConfig', 'serviceAccount')),
    memory: at(found, 'serviceConfig', 'availableMemory'),
    cpu: at(found, 'serviceConfig', 'availableCpu'),
    concurrency: at(found, 'serviceConfig', 'maxInstanceRequestConcurrency'),
    'min instances': at(found, 'serviceConfig', 'minInstanceCount') || '0',
    'max instances': at(found, 'serviceConfig', 'maxInstanceCount'),
    timeout: at(found, 'serviceConfig', 'timeoutSeconds'),
    account: at(found, 'serviceConfig', 'serviceAccountEmail'),
    ingress: at(found, 'serviceConfig', 'ingressSettings'),
    ...sized('variable', variablesOf(found)),
    ...sized('secret', Object.fromEntries(secrets) as Shape),
  };
}

/** Google's own variable, and ours with the deploy's id. They differ each time, so they are not compared. */
const MARKS = ['variable LOG_EXECUTION_ID', `variable ${DEPLOY_ID}`];

/** Variables and secrets that are no longer wanted, as empty values, so that a deploy removes them. */
function surplus(found: Shape | undefined, wanted: Shape): Shape {
  const names = Object.keys(found ?? {}).filter(
    (name) => /^(variable|secret) /.test(name) && !(name in wanted) && !MARKS.includes(name),
  );
  return Object.fromEntries(names.map((name) => [name, '']));
}

/**
 * A function that checks the caller's address must not be reachable around the load balancer, where a caller could claim any
 * address. The providers' endpoints check signatures and stay reachable both ways, because the IPNs of invoices made before
 * a move arrive at the old address for a week.
 */
const isBehindBalancer = ({ isDomainReady }: Installation, target: Target): boolean =>
  isDomainReady && (target === 'notificationWebhook' || target === 'health');

/** The variables that a function was deployed with and that do not differ each time. */
const comparableVariablesOf = (found: Found | undefined): Shape =>
  Object.fromEntries(
    Object.entries(found ? variablesOf(found) : {}).filter(([name]) => !MARKS.includes(`variable ${name}`)),
  );

async function deployed(installation: Installation, google: Google, target: Target): Promise<Resource> {
  const { settings, folder, account } = installation;
  const name = installation.service(target);
  const size = sizeOf(settings, target);
  const source = await sourceHash(join('dist', folder(target)));
  const environment = environmentOf(installation, target);
  const secrets = await secretVersions(installation, google, target);
  const ingress = isBehindBalancer(installation, target) ? 'ALLOW_INTERNAL_AND_GCLB' : 'ALLOW_ALL';
  const all = await listFunctions(google, settings.region);
  const there = all.find((one) => lastPart(at(one, 'name')) === name);
  const service = functionService(installation, { target, environment: comparableVariablesOf(there) });
  const found = there && { ...shapeOf(there), ...(await service.read(google)) };
  const wanted = {
    source,
    runtime: settings.runtime,
    'entry point': target,
    'build account': account('build'),
    memory: size.memory,
    cpu: size.cpu,
    concurrency: String(size.concurrency),
    'min instances': String(size.minInstances),
    'max instances': String(size.maxInstances),
    timeout: String(size.timeoutSeconds),
    account: account(folder(target)),
    ingress,
    state: 'ACTIVE',
    ...service.wanted,
    ...sized('variable', environment),
    ...sized('secret', secrets),
  };
  const pairs = (shape: Shape, by: string) =>
    Object.entries(shape)
      .map(([name, value]) => `${name}=${value}`)
      .join(by);
  const deploy = [
    gcloud([
      'functions',
      'deploy',
      name,
      '--gen2',
      `--region=${settings.region}`,
      `--runtime=${settings.runtime}`,
      `--source=dist/${folder(target)}`,
      `--entry-point=${target}`,
      '--trigger-http',
      ...(settings.public === 'allUsers' ? ['--allow-unauthenticated'] : []),
      `--memory=${size.memory}`,
      `--cpu=${size.cpu}`,
      `--concurrency=${size.concurrency}`,
      `--min-instances=${size.minInstances}`,
      `--max-instances=${size.maxInstances}`,
      `--timeout=${size.timeoutSeconds}s`,
      `--service-account=${account(folder(target))}`,
      `--build-service-account=projects/${settings.project}/serviceAccounts/${account('build')}`,
      `--ingress-settings=${ingress === 'ALLOW_ALL' ? 'all' : 'internal-and-gclb'}`,
      `--set-env-vars=^|^${pairs({ ...environment, [DEPLOY_ID]: installation.deployId }, '|')}`,
      Object.keys(secrets).length === 0 ? '--clear-secrets' : `--set-secrets=${pairs(secrets, ',')}`,
      `--update-labels=source=${source}`,
      '--serve-all-traffic-latest-revision',
    ]),
  ];
  const deployAnd = (differing: readonly string[]) => [
    ...deploy,
    ...service.correct([...service.afterDeploy, ...differing]),
  ];
  return {
    title: `function ${name}`,
    wanted: { ...wanted, ...surplus(found, wanted) },
    found,
    create: deployAnd([]),
    update: (differing) =>
      service.needsBuild(differing) ? deployAnd(differing) : service.correct(differing),
  };
}

/** The five functions, from `dist/`, which must be built before. */
export const functions = (installation: Installation, google: Google): Promise<Resource[]> =>
  Promise.all(TARGETS.map((target) => deployed(installation, google, target)));
