import { TARGETS } from '../functions/variables';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECURITY_HEADERS } from '../shared/http/security-headers';
import { readArguments, UsageError } from './arguments';
import { runMain } from './run-command';

const HELP = `Calls every endpoint of a deploy: health must be healthy, and the others must refuse a stranger.

  npm run smoke -- --settings deploy.json   call the endpoints of the installation that these settings describe
  npm run smoke -- --health URL/health --telegram-webhook URL --payment-ipn URL --notification-webhook URL/webhooks/notification --worker URL

  --patience SECONDS   how long to wait for a new revision or a new certificate (60)
`;

/** The status that each function answers to a stranger. */
const ENDPOINTS = {
  health: { method: 'GET', expected: [200] },
  'telegram-webhook': { method: 'POST', expected: [401] },
  'payment-ipn': { method: 'POST', expected: [401] },
  // 403 if the stranger's address is not on the list.
  'notification-webhook': { method: 'POST', expected: [401, 403] },
  worker: { method: 'POST', expected: [401] },
} as const;

type Endpoint = keyof typeof ENDPOINTS;
const NAMES = Object.keys(ENDPOINTS) as Endpoint[];
const ANSWER_WITHIN_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 2_000;

/** What is wrong with an endpoint, in a few words; `undefined` if nothing is. */
async function ask(endpoint: Endpoint, url: string): Promise<string | undefined> {
  const { method, expected } = ENDPOINTS[endpoint];
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(url, { method, redirect: 'manual', signal });
    const missing = Object.keys(SECURITY_HEADERS).filter((name) => !answer.headers.has(name));
    if (!(expected as readonly number[]).includes(answer.status))
      return `answered ${answer.status} instead of ${expected.join(' or ')}`;
    return missing.length > 0 ? `answered without ${missing.join(', ')}` : undefined;
  } catch (error) {
    return `did not answer (${error instanceof Error ? error.message : String(error)})`;
  }
}

async function askUntil(deadline: number, endpoint: Endpoint, url: string): Promise<string | undefined> {
  for (;;) {
    const problem = await ask(endpoint, url);
    if (problem === undefined || performance.now() + ASK_AGAIN_AFTER_MS > deadline) return problem;
    await sleep(ASK_AGAIN_AFTER_MS);
  }
}

/** Reads the endpoints to call. Throws `UsageError` for what isn't an address. */
function endpointsIn(values: Readonly<Partial<Record<Endpoint, string>>>) {
  return NAMES.flatMap((name) => {
    const url = values[name];
    if (url === undefined) return [];
    if (!/^https?:/.test(url) || !URL.canParse(url))
      throw new UsageError(`--${name} must be an address, not ${url || 'empty'}.`);
    return [[name, url] as const];
  });
}

/** The endpoints of the installation that an operator named. */
async function endpointsOf(settings: string | undefined) {
  if (settings === undefined) return [];
  const { deployedInstallation, titleOf } = await import('./installation/named-installation');
  const installation = await deployedInstallation(settings, true);
  process.stderr.write(`${titleOf(installation)}\n`);
  return TARGETS.map(
    (target) => [installation.folder(target) as Endpoint, installation.publicUrl(target)] as const,
  );
}

function patienceIn(text: string): number {
  if (!/^\d{1,5}$/.test(text))
    throw new UsageError(`--patience must be in whole seconds, not ${text || 'empty'}.`);
  return Number(text);
}

async function main(): Promise<void> {
  const text = { type: 'string' as const };
  const { values } = readArguments({
    patience: { type: 'string', default: '60' },
    settings: text,
    ...(Object.fromEntries(NAMES.map((name) => [name, text])) as Record<Endpoint, typeof text>),
  });
  if (values.help) return void process.stdout.write(HELP);
  const patience = patienceIn(values.patience);
  const given = [...(await endpointsOf(values.settings)), ...endpointsIn(values)];
  if (given.length === 0) return void process.stdout.write(HELP);
  const deadline = performance.now() + patience * 1000;
  const problems = await Promise.all(
    given.map(async ([endpoint, url]) => {
      const problem = await askUntil(deadline, endpoint, url);
      console.log(problem === undefined ? `✓ ${endpoint}` : `✗ ${endpoint} ${problem}`);
      return problem;
    }),
  );
  if (problems.some((problem) => problem !== undefined)) process.exitCode = 1;
}

runMain(main);
