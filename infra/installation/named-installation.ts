import { parseEnv } from 'node:util';
import type { ConfigName } from '../../shared/config';
import { readNamedFile, UsageError } from '../arguments';
import { installationOf, type Installation } from '../deploy/installation';
import { lookUpProject } from './known-project';
import { operatorEnvironment } from './operator-environment';
import { CommandFailed } from '../deploy/run-command';
import { readSettings, SettingsError } from '../deploy/settings/settings';

/** How an operator names the installation that a command works on. At most one of them. */
export interface InstallationName {
  /** The settings of a deploy. */
  readonly settings?: string | undefined;
  /** A file of `NAME=value` lines, as for `node --env-file`. */
  readonly env?: string | undefined;
}

/** An installation, and the variables of the commands that work on it. */
export interface NamedInstallation {
  readonly title: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const ADDRESSES: readonly string[] = [
  'TELEGRAM_WEBHOOK_URL',
  'NOWPAYMENTS_IPN_CALLBACK_URL',
  'WORKER_URL',
  'HEALTH_URL',
] satisfies ConfigName[];

/** Reads a deployed installation. Asks gcloud only for a command that needs addresses. */
export async function deployedInstallation(file: string, needsAddresses: boolean): Promise<Installation> {
  try {
    const settings = await readSettings(file);
    const unasked = { projectNumber: '', isDomainReady: false };
    const known = needsAddresses ? await lookUpProject(settings) : unasked;
    return installationOf(settings, { ...known, deployId: '' });
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof CommandFailed)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

export const titleOf = ({ settings }: Installation): string =>
  `installation ${settings.name} in ${settings.project}`;

async function fromSettings(file: string, names: readonly ConfigName[]): Promise<NamedInstallation> {
  const installation = await deployedInstallation(
    file,
    names.some((name) => ADDRESSES.includes(name)),
  );
  const environment = operatorEnvironment(installation);
  // Google counts a person's calls against a project of theirs.
  const quota = { GOOGLE_CLOUD_QUOTA_PROJECT: installation.settings.project };
  return { title: titleOf(installation), environment: { ...quota, ...environment } };
}

const fromFile = async (file: string): Promise<NamedInstallation> => ({
  title: `installation of ${file}`,
  environment: parseEnv(await readNamedFile(file)),
});

/** Tunes a command and names nothing. */
const isTuning = (name: string): boolean => name.startsWith('DATABASE_POOL_');

/** Throws `UsageError` if an exported variable would make a command work on another installation than the named one. */
function refuseOthers(
  flag: string,
  {
    names,
    environment,
    exported,
  }: { names: readonly ConfigName[] } & Pick<NamedInstallation, 'environment'> & {
      exported: NodeJS.ProcessEnv;
    },
): void {
  const other = names.filter((name) => {
    const value = exported[name]?.trim() ?? '';
    return value !== '' && !isTuning(name) && value !== environment[name]?.trim();
  });
  if (other.length === 0) return;
  throw new UsageError(
    `${flag} names the installation, but these exported variables say something else: ${other.join(', ')}. ` +
      `Run unset ${other.join(' ')}, or leave ${flag} out.`,
  );
}

/**
 * Finds the installation that an operator named; `undefined` if they named none, so that the exported variables count alone.
 * Throws `UsageError` if they named two, or if an exported variable names another one.
 */
export async function findInstallation(
  { settings, env }: InstallationName,
  names: readonly ConfigName[],
  exported: NodeJS.ProcessEnv = process.env,
): Promise<NamedInstallation | undefined> {
  if (settings !== undefined && env !== undefined)
    throw new UsageError('Name the installation once: by --settings or by --env.');
  if (settings === undefined && env === undefined) return undefined;
  const found = settings === undefined ? await fromFile(String(env)) : await fromSettings(settings, names);
  const flag = settings === undefined ? `--env ${env}` : `--settings ${settings}`;
  refuseOthers(flag, { names, environment: found.environment, exported });
  return found;
}
