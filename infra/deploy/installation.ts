import { FUNCTIONS } from '../build';
import type { ConfigName } from '../../shared/config';
import { SECRET_NAMES } from '../../shared/config';
import { VARIABLES, type Target } from '../../functions/variables';
import type { Settings } from './settings';

export const TARGETS = Object.keys(VARIABLES) as Target[];

const FOLDERS = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([folder, target]) => [target, folder]),
) as Readonly<Record<Target, keyof typeof FUNCTIONS>>;

/** Kept in Secret Manager: the owner of the schema logs in with it, to migrate. */
export const OWNER_PASSWORD = 'DATABASE_OWNER_PASSWORD';
export type SecretVariable = ConfigName | typeof OWNER_PASSWORD;

/** Those that a newer version may stand beside, until the older one is retired. */
export const hasPrevious = (variable: SecretVariable): boolean =>
  (SECRET_NAMES as readonly string[]).includes(`${variable}_PREVIOUS`);

/** Those that answer at their own paths, wherever they are reached. */
const ANSWERS_AT: Partial<Readonly<Record<Target, string>>> = {
  notificationWebhook: '/webhooks/notification',
  health: '/health',
};

/** One installation of TelePay in one project: every name in it, made of the settings and the project's number. */
export interface Installation {
  readonly settings: Settings;
  readonly projectNumber: string;
  /** Names this deploy, and sorts by time. */
  readonly deployId: string;
  /**
   * Whether the domain leads here already: its record is set, and its certificate made. Until then the world is told of
   * the addresses that are reached.
   */
  readonly isDomainReady: boolean;
  /** The deployed function and its Cloud Run service. */
  readonly service: (target: Target) => string;
  readonly folder: (target: Target) => string;
  /** E-mail of a service account. */
  readonly account: (role: string) => string;
  readonly secret: (variable: SecretVariable) => string;
  /** Where a function is reached directly; it is known before it is deployed. */
  readonly url: (target: Target) => string;
  /** Where the world is told to reach it, down to the path that answers: at the domain, if there is one. */
  readonly publicUrl: (target: Target) => string;
  readonly database: { readonly instance: string; readonly name: string; readonly owner: string };
  readonly connectionName: string;
  /** Secrets that this installation keeps. */
  readonly secrets: readonly SecretVariable[];
}

/** What answers under the domain. Those of one path answer at any, so only the load balancer knows these. */
export const PATHS: Readonly<Record<Target, readonly string[]>> = {
  telegramWebhook: ['/telegram'],
  paymentIpn: ['/ipn'],
  notificationWebhook: ['/webhooks/*'],
  health: ['/health', '/status'],
  worker: [],
};

export function installationOf(
  settings: Settings,
  known: Pick<Installation, 'projectNumber' | 'deployId' | 'isDomainReady'>,
): Installation {
  const { name, project, region, domain } = settings;
  const { instance = name } = settings.database;
  const service = (target: Target) => `${name}-${FOLDERS[target]}`;
  // Every Cloud Run service has this address: https://cloud.google.com/run/docs/triggering/https-request#deterministic
  const url = (target: Target) => `https://${service(target)}-${known.projectNumber}.${region}.run.app`;
  const secret = (variable: string) => `${name}-${variable.toLowerCase().replaceAll('_', '-')}`;
  return {
    settings,
    ...known,
    service,
    folder: (target) => FOLDERS[target],
    account: (role) => `${name}-${role}@${project}.iam.gserviceaccount.com`,
    secret,
    url,
    publicUrl: (target) => {
      const isBehind = domain !== undefined && known.isDomainReady && PATHS[target].length > 0;
      return `${isBehind ? `https://${domain}` : url(target)}${ANSWERS_AT[target] ?? (isBehind ? PATHS[target][0] : '')}`;
    },
    database: { instance, name, owner: name },
    connectionName: `${project}:${region}:${instance}`,
    secrets: secretsOf(settings),
  };
}

function secretsOf(settings: Settings): SecretVariable[] {
  const unused = new Set<string>(['DATABASE_URL', 'DATABASE_PASSWORD']);
  if (settings.nowpayments_email === undefined) unused.add('NOWPAYMENTS_PASSWORD');
  const kept = SECRET_NAMES.filter((variable) => !variable.endsWith('_PREVIOUS') && !unused.has(variable));
  return [OWNER_PASSWORD, ...kept];
}

/** Which secret a function's variable is taken from, where it is taken from one. */
export function secretBehind(settings: Settings, variable: string): SecretVariable | undefined {
  if (variable === 'DATABASE_PASSWORD')
    return settings.database.login === 'password' ? OWNER_PASSWORD : undefined;
  return secretsOf(settings).find((kept) => kept === variable);
}

/** The secrets that a function reads; each service account may see its own and no others. */
export const secretsFor = (settings: Settings, target: Target): SecretVariable[] => [
  ...new Set(
    ['DATABASE_PASSWORD', ...VARIABLES[target]].flatMap((variable) => secretBehind(settings, variable) ?? []),
  ),
];
