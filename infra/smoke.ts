import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECURITY_HEADERS } from '../shared/http/security-headers';

const HELP = `Asks the functions of a deploy whether they serve: health is healthy, and every door refuses a stranger.

  npm run smoke -- --health URL/health --telegram-webhook URL --payment-ipn URL --notification-webhook URL/webhooks/notification --worker URL

  --patience SECONDS   how long a new revision, or a new certificate, is waited for (60)
`;

/** What each function answers to a stranger. */
const DOORS = {
  health: { method: 'GET', expected: [200] },
  'telegram-webhook': { method: 'POST', expected: [401] },
  'payment-ipn': { method: 'POST', expected: [401] },
  // 403 where the stranger's address is not on the list.
  'notification-webhook': { method: 'POST', expected: [401, 403] },
  worker: { method: 'POST', expected: [401] },
} as const;

type Door = keyof typeof DOORS;
const NAMES = Object.keys(DOORS) as Door[];
const ANSWER_WITHIN_MS = 10_000;
const ASK_AGAIN_AFTER_MS = 2_000;

/** What is wrong, in a few words; `undefined` when nothing is. */
async function ask(door: Door, url: string): Promise<string | undefined> {
  const { method, expected } = DOORS[door];
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

async function askUntil(deadline: number, door: Door, url: string): Promise<string | undefined> {
  for (;;) {
    const trouble = await ask(door, url);
    if (trouble === undefined || performance.now() + ASK_AGAIN_AFTER_MS > deadline) return trouble;
    await sleep(ASK_AGAIN_AFTER_MS);
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' as const };
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      patience: { type: 'string', default: '60' },
      ...(Object.fromEntries(NAMES.map((name) => [name, text])) as Record<Door, typeof text>),
    },
  });
  const given = NAMES.flatMap((door) => (values[door] === undefined ? [] : [[door, values[door]] as const]));
  if (values.help || given.length === 0) {
    process.stdout.write(HELP);
    return;
  }
  const deadline = performance.now() + Number(values.patience) * 1000;
  const troubles = await Promise.all(
    given.map(async ([door, url]) => {
      const trouble = await askUntil(deadline, door, url);
      console.log(trouble === undefined ? `✓ ${door}` : `✗ ${door} ${trouble}`);
      return trouble;
    }),
  );
  if (troubles.some((trouble) => trouble !== undefined)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
