import * as z from 'zod';
import type { Target } from '../../../functions/variables';
import { parseOwners } from '../../../shared/config';
import { readNamedFile, UsageError } from '../../arguments';
import { ALERT_CHANNEL, ALERT_CHANNEL_NAME } from './alert-channel-settings';
import { DATABASE_SETTINGS } from './database-settings';
import { PRESET_NAMES, withPreset } from './presets';
import { DEFAULT_RUNTIME, RUNTIME_NAMES } from './runtimes';

/** The least and the most instances of a function, and the most connections of each. */
const size = z.strictObject({
  min_instances: z.int().min(0).optional(),
  max_instances: z.int().min(1).optional(),
  pool_max: z.int().min(1).optional(),
});

/** Postgres cuts a longer name, so the grants would not find the login: `NAME-notification-webhook@PROJECT.iam`. */
const LOGIN_LENGTH = 63;
const LONGEST_LOGIN_BUT_NAMES = '-notification-webhook@.iam';
const NAMES_LENGTH = LOGIN_LENGTH - LONGEST_LOGIN_BUT_NAMES.length;
/** What `infra/deploy.example.json` says until the operator writes their own. */
const PLACEHOLDERS: readonly string[] = ['your-project-id', 'YourBot', 'you@example.com'];
const notOfExample = [
  (text: string) => !PLACEHOLDERS.includes(text),
  'is still what the example says: write your own',
] as const;

/**
 * The operator's settings for a deploy: one JSON file without secrets. Everything except the project and the bot's username
 * has a default.
 */
const PARTS = z.strictObject({
  project: z
    .string()
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'must be a Google Cloud project id')
    .refine(...notOfExample),
  region: z
    .string()
    .regex(/^[a-z]+-[a-z]+\d+$/, 'must be a region, such as europe-west1')
    .default('europe-west1'),
  /** The start of every resource's name, so that two installations can share a project. */
  name: z
    .string()
    // A service account's id has at most 30 characters, and "-notification-webhook" takes 21 of them.
    .regex(/^[a-z][a-z0-9]{2,8}$/, 'must be 3 to 9 lower-case letters and digits')
    .default('telepay'),
  bot_username: z
    .string()
    .regex(/^[A-Za-z0-9_]{5,32}$/, 'must be the bot’s username, without @')
    .refine(...notOfExample),
  /** Who may set up channels: Telegram user ids, comma separated, or `*` for everyone. Absent: nobody new. */
  owners: z
    .string()
    .refine((text) => parseOwners(text) !== undefined, 'must be Telegram user ids, separated by commas, or *')
    .optional(),
  /** Whose channels may also be paid in Telegram Stars: their owners' user ids, comma separated, or `*` for all. Absent: none. */
  stars_for: z
    .string()
    .refine((text) => parseOwners(text) !== undefined, 'must be Telegram user ids, separated by commas, or *')
    .optional(),
  /**
   * The addresses that may call the notification webhook and read `/status`: CIDR ranges, comma separated. `*` means that a
   * signature is enough for calls, and needed for `/status`.
   */
  allowed_ips: z.string().min(1).default('*'),
  payout_currency: z.string().optional(),
  /** Lets reconciliation list an invoice's payments. Its password is one of the secrets. */
  nowpayments_email: z.email().optional(),
  alert_emails: z.array(z.email().refine(...notOfExample)).default([]),
  /** Creates the two accounts with which Cloud Build tests and deploys: `cloudbuild.yaml`. */
  deployer: z.boolean().default(false),
  log_level: z.string().default('info'),
  runtime: z.enum(RUNTIME_NAMES).default(DEFAULT_RUNTIME),
  database: DATABASE_SETTINGS.prefault({}),
  functions: z
    .strictObject({
      telegramWebhook: size.optional(),
      paymentIpn: size.optional(),
      notificationWebhook: size.optional(),
      health: size.optional(),
      worker: size.optional(),
    } satisfies Record<Target, unknown>)
    .prefault({}),
  /**
   * How Google lets callers without an account through to the functions, which check their callers themselves. `no_iam_check`
   * is for organizations whose policy forbids a binding to `allUsers`.
   */
  public: z.enum(['allUsers', 'no_iam_check']).default('allUsers'),
  /** Smaller defaults for the database and the functions. */
  preset: z.enum(PRESET_NAMES).optional(),
  /** Puts a load balancer with Cloud Armor in front of the functions. */
  domain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name')
    .optional(),
  /** Who else is told about alarms, by a name of the operator's choice. `alert_emails` is the short form for mail. */
  alert_channels: z.record(ALERT_CHANNEL_NAME, ALERT_CHANNEL).default({}),
  /** Where the files of this repository are shown, so that alerts link to the runbook. */
  repository_url: z
    .url({ protocol: /^https$/, error: 'must be an address, such as https://github.com/you/telepay' })
    .optional(),
});

export const SETTINGS = PARTS.superRefine(({ name, project, database }, context) => {
  const most = NAMES_LENGTH - project.length;
  if (database.login === 'password' || name.length <= most) return;
  context.addIssue({
    code: 'custom',
    path: ['name'],
    message: `must have at most ${most} characters in the project ${project}, because Postgres cuts the logins of the functions after ${LOGIN_LENGTH}; or set database.login to "password"`,
  });
});

export type Settings = z.output<typeof SETTINGS>;

/** The settings are wrong; the message names each wrong one. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads settings from JSON text. Throws `SettingsError` with every problem at once. */
export function parseSettings(text: string, file: string): Settings {
  const parsed = SETTINGS.safeParse(withPreset(readJson(text, file)));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const { message } = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
    return `${issue.path.join('.') || 'it'}: ${message}`;
  });
  throw new SettingsError(`${file}:\n  ${problems.join('\n  ')}`);
}

export async function readSettings(file: string): Promise<Settings> {
  const text = await readNamedFile(file).catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    throw new SettingsError(`${error.message} Start with: cp infra/deploy.example.json deploy.json`);
  });
  return parseSettings(text, file);
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SettingsError(`${file} is not JSON.`);
  }
}
