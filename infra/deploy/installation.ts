import { FUNCTIONS } from '../build/built-functions';
import type { ConfigName } from '../../shared/config';
import { SECRET_NAMES } from '../../shared/config';
import { FUNCTION_PATHS } from '../../functions/paths';
import { TARGETS, VARIABLES, type Target } from '../../functions/variables';
import type { Purpose } from '../../shared/security/purpose-keys';
import { alertSecretsOf, type AlertSecret } from './settings/alert-channel-settings';
import { isCloudSql } from './settings/database-settings';
import type { Settings } from './settings/settings';

const FOLDERS = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([folder, target]) => [target, folder]),
) as Readonly<Record<Target, keyof typeof FUNCTIONS>>;

/** In Secret Manager: the password of the schema's owner, which the migrations log in with. */
export const OWNER_PASSWORD = 'DATABASE_OWNER_PASSWORD';
/** In Secret Manager, if the database is not Cloud SQL: its addresses for the functions and for the migrations. */
export const DATABASE_URLS = ['DATABASE_URL', 'DATABASE_DIRECT_URL'] as const satisfies readonly ConfigName[];
/** The secrets of the database that functions read. */
export const DATABASE_SECRETS = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
] as const satisfies readonly ConfigName[];
export type SecretVariable = ConfigName | typeof OWNER_PASSWORD | AlertSecret;

interface Derived {
  readonly from: SecretVariable;
  readonly purpose: Purpose;
}

/** The secrets that are keys, each of which derives from another secret and changes with it. */
export const DERIVED: Partial<Readonly<Record<SecretVariable, Derived>>> = {
  STATUS_KEY: { from: 'WEBHOOK_SIGNING_SECRET', purpose: 'status' },
};

/** Whether two versions of this secret are accepted side by side until the older one is retired. */
export const hasPrevious = (variable: SecretVariable): boolean =>
  (SECRET_NAMES as readonly string[]).includes(`${variable}_PREVIOUS`);

/** The functions that answer only at a path, with or without a domain. */
const ANSWERS_AT: Partial<Readonly<Record<Target, string>>> = {
  notificationWebhook: '/webhooks/notification',
  health: '/health',
};

/** One installation of TelePay in one project. Every name in it derives from the settings and the project's number. */
export interface Installation {
  readonly settings: Settings;
  readonly projectNumber: string;
  /** Identifies this deploy. Ids sort by time. */
  readonly deployId: string;
  /**
   * Whether the domain already leads here, with its DNS record and its certificate. Until then, public addresses are those
   * of Cloud Run.
   */
  readonly isDomainReady: boolean;
  /** The name of the deployed function and of its Cloud Run service. */
  readonly service: (target: Target) => string;
  readonly folder: (target: Target) => string;
  /** The e-mail address of a service account. */
  readonly account: (role: string) => string;
  readonly secret: (variable: SecretVariable) => string;
  /** The direct address of a function, which is known before the deploy. */
  readonly url: (target: Target) => string;
  /** The address that others are told, with its path. It is at the domain, if there is one. */
  readonly publicUrl: (target: Target) => string;
  readonly database: { readonly instance: string; readonly name: string; readonly owner: string };
  readonly connectionName: string;
  /** The secrets of this installation in Secret Manager. */
  readonly secrets: readonly SecretVariable[];
}

/** The paths of each function at the domain, which only the load balancer knows. Nobody outside calls the worker. */
export const PATHS: Readonly<Record<Target, readonly string[]>> = { ...FUNCTION_PATHS, worker: [] };

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

/** The secrets of an installation in Secret Manager. */
export function secretsOf(settings: Settings): SecretVariable[] {
  const unused = new Set<string>(['DATABASE_PASSWORD']);
  if (isCloudSql(settings)) for (const url of DATABASE_URLS) unused.add(url);
  if (settings.nowpayments_email === undefined) unused.add('NOWPAYMENTS_PASSWORD');
  const kept = SECRET_NAMES.filter((variable) => !variable.endsWith('_PREVIOUS') && !unused.has(variable));
  return [
    ...(isCloudSql(settings) ? ([OWNER_PASSWORD] as const) : []),
    ...kept,
    ...alertSecretsOf(settings.alert_channels),
  ];
}

/** The secret that a function's variable comes from; `undefined` if it is not secret. */
export function secretBehind(settings: Settings, variable: string): SecretVariable | undefined {
  if (variable === 'DATABASE_PASSWORD')
    return isCloudSql(settings) && settings.database.login === 'password' ? OWNER_PASSWORD : undefined;
  return secretsOf(settings).find((kept) => kept === variable);
}

/** The reference to the newest version of a secret, as a variable's value. */
export const latestOf = ({ settings, secret }: Installation, variable: SecretVariable): string =>
  `sm://projects/${settings.project}/secrets/${secret(variable)}/versions/latest`;

/** The functions that read a secret. */
export const readersOf = (settings: Settings, variable: SecretVariable): Target[] =>
  TARGETS.filter((target) => secretsFor(settings, target).includes(variable));

/** The secrets that a function reads. Its service account may read these and no others. */
export const secretsFor = (settings: Settings, target: Target): SecretVariable[] => [
  ...new Set(
    [...DATABASE_SECRETS, ...VARIABLES[target]].flatMap((variable) => secretBehind(settings, variable) ?? []),
  ),
];
