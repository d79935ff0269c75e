import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PROJECT, startGoogle, type GoogleStandIn } from './google/stand-in';

const ROOT = join(__dirname, '../..');

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A simulated Google project, and the deploy command, run as an operator runs it. */
export interface Deployment {
  readonly google: GoogleStandIn;
  readonly folder: string;
  run(...args: string[]): Promise<CommandResult>;
  /** Runs another of the operator's commands, who has exported nothing and has no Google credentials for programs. */
  command(file: string, ...args: string[]): Promise<CommandResult>;
  /** Runs the real gcloud in that project. */
  gcloud(...args: string[]): Promise<CommandResult>;
  setSettings(settings: object): void;
  setSecrets(secrets: Readonly<Record<string, string>>): void;
  /** The npm commands that deploys have started so far: `npm run …`, with their variables. */
  npmCalls(): string[];
  close(): Promise<void>;
}

export const SETTINGS = { project: PROJECT, bot_username: 'ShopBot', alert_emails: ['olga@example.com'] };
export const SECRETS = {
  TELEGRAM_BOT_TOKEN: '123456789:AAbcdefghijklmnopqrstuvwxyz0123456789',
  NOWPAYMENTS_API_KEY: 'a-key-of-nowpayments',
  NOWPAYMENTS_IPN_SECRET: 'an-ipn-secret/with+signs',
};

/** Replaces npm and only logs its calls, because the commands that a deploy starts have their own tests. */
const NPM = `#!/bin/sh
echo "$(env | grep -E '^(CLOUD_SQL|DATABASE|TELEGRAM)_' | sort | tr '\\n' ' ')npm $*" >> "$NPM_LOG"
`;

export async function startDeployment(): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'telepay-deploy-'));
  const google = await startGoogle(folder);
  const npmLog = join(folder, 'npm.log');
  const settings = join(folder, 'deploy.json');
  const secrets = join(folder, 'secrets.env');
  writeFileSync(npmLog, '');
  writeFileSync(join(folder, 'npm'), NPM);
  chmodSync(join(folder, 'npm'), 0o755);
  const environment = {
    ...google.environment,
    PATH: [folder, google.environment['PATH']].join(delimiter),
    HOME: folder,
    NPM_LOG: npmLog,
  };
  const deployment: Deployment = {
    google,
    folder,
    run: (...args) =>
      start(process.execPath, {
        args: [
          '--import',
          'tsx',
          'infra/deploy.ts',
          `--settings=${settings}`,
          `--secrets=${secrets}`,
          ...args,
        ],
        env: environment,
      }),
    command: (file, ...args) =>
      start(process.execPath, {
        args: ['--import', 'tsx', file, ...args, `--settings=${settings}`],
        env: { ...environment, METADATA_SERVER_DETECTION: 'none' },
      }),
    gcloud: (...args) =>
      start('gcloud', { args: [...args, `--project=${PROJECT}`, '--quiet'], env: environment }),
    setSettings: (value) => writeFileSync(settings, JSON.stringify(value)),
    setSecrets: (value) =>
      writeFileSync(
        secrets,
        Object.entries(value)
          .map(([name, secret]) => `${name}=${secret}\n`)
          .join(''),
      ),
    npmCalls: () => readFileSync(npmLog, 'utf8').trim().split('\n').filter(Boolean),
    close: async () => {
      await google.close();
      rmSync(folder, { recursive: true });
    },
  };
  deployment.setSettings(SETTINGS);
  deployment.setSecrets(SECRETS);
  return deployment;
}

function start(
  program: string,
  { args, env }: { args: readonly string[]; env: NodeJS.ProcessEnv },
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
