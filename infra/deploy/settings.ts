import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Target } from '../../functions/variables';

/**
 * What an operator decides about a deploy: one JSON file, without a secret in it. Everything has a default but the
 * project and the bot's username.
 */
const size = z.strictObject({
  min_instances: z.int().min(0).optional(),
  max_instances: z.int().min(1).optional(),
});

export const SETTINGS = z.strictObject({
  project: z.string().regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'must be a Google Cloud project id'),
  region: z
    .string()
    .regex(/^[a-z]+-[a-z]+\d+$/, 'must be a region, such as europe-west1')
    .default('europe-west1'),
  /** What every resource's name begins with: two installations can share a project. */
  name: z
    .string()
    // A service account's id has at most 30 characters, and "-notification-webhook" is 21 of them.
    .regex(/^[a-z][a-z0-9]{2,8}$/, 'must be 3 to 9 lower-case letters and digits')
    .default('telepay'),
  bot_username: z.string().regex(/^[A-Za-z0-9_]{5,32}$/, 'must be the bot’s username, without @'),
  /** Who may call the notification webhook: CIDR ranges, comma separated; `*` means signature alone. */
  allowed_ips: z.string().min(1).default('*'),
  payout_currency: z.string().optional(),
  /** Lets reconciliation list an invoice's payments; its password is one of the secrets. */
  nowpayments_email: z.email().optional(),
  alert_emails: z.array(z.email()).default([]),
  /** Makes the account that `cloudbuild.yaml` deploys with. */
  deployer: z.boolean().default(false),
  log_level: z.string().default('info'),
  runtime: z.enum(['nodejs22', 'nodejs24']).default('nodejs22'),
  database: z
    .strictObject({
      /** The Cloud SQL instance; after a restore, the one that was restored. Without it, it is called as the rest is. */
      instance: z.string().optional(),
      tier: z.string().default('db-custom-1-3840'),
      max_connections: z.int().min(25).default(150),
      availability: z.enum(['zonal', 'regional']).default('zonal'),
      /** `iam`: each function logs in as its own service account. `password`: all as one user, with a secret. */
      login: z.enum(['iam', 'password']).default('iam'),
    })
    .prefault({}),
  functions: z
    .strictObject({
      telegramWebhook: size.optional(),
      paymentIpn: size.optional(),
      notificationWebhook: size.optional(),
      health: size.optional(),
      worker: size.optional(),
    } satisfies Record<Target, unknown>)
    .prefault({}),
  /** With a domain, a load balancer with Cloud Armor stands before the functions. */
  domain: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name')
    .optional(),
});

export type Settings = z.output<typeof SETTINGS>;

/** The settings cannot be used; its message names each of them that is wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Reads settings from JSON text. Throws `SettingsError` with every problem at once. */
export function parseSettings(text: string, file: string): Settings {
  const parsed = SETTINGS.safeParse(readJson(text, file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new SettingsError(`${file}:\n  ${problems.join('\n  ')}`);
}

export async function readSettings(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new SettingsError(`There is no ${file}. Begin with: cp infra/deploy.example.json ${file}`);
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
