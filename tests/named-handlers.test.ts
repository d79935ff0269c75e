/** @project release */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunction } from '../infra/build/bundle';

const ROOT = join(__dirname, '..');

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));

const DECLARATION = /(?<!=>\s*)^ *(?:export )?async function \w+\(/gm;

/**
 * An async function that is returned, or that takes a request, and isn't a declaration. An arrow function has no name, and
 * the bundler takes the name of a function expression away.
 */
const NAMELESS = /(?:\breturn|=>)\s+async\b|\basync (?:function \w*)?\(\s*\{?\s*req/g;

it.each(['functions', 'host', 'shared/http', 'shared/security'])(
  'gives each handler and guard of %s a name for stack traces',
  (folder) => {
    const nameless = sourcesIn(folder).flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8').replaceAll(DECLARATION, '(');
      return [...text.matchAll(NAMELESS)].map(([found]) => `${path}: ${found}`);
    });
    expect(nameless).toEqual([]);
  },
);

it.each([
  ['health', ['health', 'healthStatus', 'dispatch', 'limitInMemory']],
  ['notification-webhook', ['notificationWebhook', 'broadcastTrigger', 'demandWebhookSignature']],
  ['payment-ipn', ['paymentIpn', 'demandIpnSignature']],
  ['telegram-webhook', ['telegramWebhook', 'demandSecretToken', 'demandMethod', 'demandSmallBody']],
  ['worker', ['worker', 'demandAnyCredential', 'demandGoogleToken', 'catchErrors', 'serveRequest']],
])('keeps these names in the bundle of %s', async (folder, names) => {
  const { files } = await bundleFunction(folder);
  const bundle = Buffer.from(files['index.cjs'] ?? []).toString();
  expect(names.filter((name) => !bundle.includes(`async function ${name}(`))).toEqual([]);
});
