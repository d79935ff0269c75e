import type { Target } from '../../../functions/variables';
import { gcloud } from '../command';
import { at, named, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import type { Resource, Shape } from '../resource';

const API = 'compute.googleapis.com';

/**
 * The functions whose callers are limited by address, before they cost an instance. Telegram and NOWPayments have no limit:
 * each sends everything from a few addresses and retries what is refused, so a limit would stop all payments at once. Their
 * functions have no policy at all, so that nobody adds a limit by mistake.
 *
 * No function uses Google's preconfigured rules against SQL injection and scripts, which look for suspicious words in
 * bodies. Our bodies are signed JSON with texts that people write. Each text is a value and never part of SQL, and a
 * delivery refused for its words would be retried for a day. `/health` reads no body.
 */
export const LIMITED: readonly Target[] = ['notificationWebhook', 'health'];

/** Far above what one caller may send (10 a minute) or an uptime check sends (1 a minute), and far below a flood. */
const PER_MINUTE = 300;
const PRIORITY = 1000;

export const policyName = ({ settings }: Installation): string => `${settings.name}-by-address`;

interface Rule {
  readonly priority?: number;
  readonly match?: { readonly config?: { readonly srcIpRanges?: readonly string[] } };
}

function shapeOf(policy: Found): Shape {
  const rules = (policy['rules'] ?? []) as readonly Rule[];
  const rule = rules.find(({ priority }) => priority === PRIORITY);
  return {
    rule: at(rule, 'action'),
    limit: at(rule, 'rateLimitOptions', 'rateLimitThreshold', 'count'),
    seconds: at(rule, 'rateLimitOptions', 'rateLimitThreshold', 'intervalSec'),
    by: at(rule, 'rateLimitOptions', 'enforceOnKey'),
    of: (rule?.match?.config?.srcIpRanges ?? []).join(' '),
    within: at(rule, 'rateLimitOptions', 'conformAction'),
    beyond: at(rule, 'rateLimitOptions', 'exceedAction'),
  };
}

/** Limits the calls per minute from one address and answers 429 to further ones. */
export async function limitByAddress(installation: Installation, google: Google): Promise<Resource> {
  const name = policyName(installation);
  const all = await google.list(API, 'compute', 'security-policies', 'list');
  const [policy] = named(all, name)
    ? ((await google.get('compute', 'security-policies', 'describe', name)) as unknown as Found[])
    : [];
  const found = policy && shapeOf(policy);
  const rule = (verb: string) =>
    gcloud([
      'compute',
      'security-policies',
      'rules',
      verb,
      String(PRIORITY),
      `--security-policy=${name}`,
      '--description=Limits the calls per minute from one address',
      '--src-ip-ranges=*',
      '--action=throttle',
      `--rate-limit-threshold-count=${PER_MINUTE}`,
      '--rate-limit-threshold-interval-sec=60',
      '--enforce-on-key=ip',
      '--conform-action=allow',
      '--exceed-action=deny-429',
    ]);
  return {
    title: `Cloud Armor policy ${name}`,
    wanted: {
      rule: 'throttle',
      limit: String(PER_MINUTE),
      seconds: '60',
      by: 'IP',
      of: '*',
      within: 'allow',
      beyond: 'deny(429)',
    },
    found,
    create: [
      gcloud([
        'compute',
        'security-policies',
        'create',
        name,
        '--description=TelePay: stops a flood from one address before it costs an instance',
      ]),
      rule('create'),
    ],
    update: () => [rule(found?.['rule'] ? 'update' : 'create')],
  };
}
