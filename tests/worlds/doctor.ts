import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { findPort } from '../../playground/find-ports';
import { TARGETS } from '../../playground/stack-types';
import { telegramApi } from '../../shared/telegram/api';
import { PROFILE_PARTS } from '../../shared/telegram/profile';
import { useFixture } from '../support/use-fixture';
import { startWorld, type World } from './journey';

/** The NOWPayments log-in, which reconciliation uses in this installation. */
const ACCOUNT = { email: 'owner@example.org', password: 'Correct-Horse-9' };

export type Variables = Record<string, string>;

/** A healthy installation, with everything that its operator knows. */
export interface DoctorWorld extends World {
  readonly variables: Variables;
  readonly botId: number;
  /** Answers 200 to every request. */
  readonly alwaysOk: string;
  /** A health that knows another key of `/status`. */
  readonly closedStatus: string;
  /** Nothing listens here. */
  readonly closedPort: string;
}

/** Shows the bot's commands and descriptions in Telegram, as `npm run webhook -- set` does. */
export async function showProfile(variables: Variables): Promise<void> {
  const { TELEGRAM_BOT_TOKEN = '', TELEGRAM_API_ROOT = '' } = variables;
  const api = telegramApi({ TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT });
  for (const part of PROFILE_PARTS) await part.show(api);
}

/** Starts a world with everything that the doctor can examine. */
async function startDoctorWorld(): Promise<DoctorWorld> {
  const world = await startWorld({
    targets: TARGETS,
    nowpayments: { ...ACCOUNT, limits: false },
    environment: { NOWPAYMENTS_EMAIL: ACCOUNT.email, NOWPAYMENTS_PASSWORD: ACCOUNT.password },
  });
  const answers = [200, 403].map((status) =>
    createServer(({ url }, response) => {
      response.writeHead(url === '/status' ? status : 200).end('{"ok":true}');
    }).listen(0, '127.0.0.1'),
  );
  await Promise.all(answers.map((server) => once(server, 'listening')));
  const [alwaysOk = '', closedStatus = ''] = answers.map(
    (server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
  const variables = {
    ...Object.assign({}, ...TARGETS.map((target) => world.environment(target))),
    TELEGRAM_WEBHOOK_URL: world.functions.telegramWebhook.url,
    HEALTH_URL: world.functions.health.url,
  } as Variables;
  await showProfile(variables);
  return {
    ...world,
    variables,
    botId: Number(variables['TELEGRAM_BOT_TOKEN']?.split(':')[0]),
    alwaysOk,
    closedStatus,
    closedPort: `http://127.0.0.1:${await findPort()}`,
    close: async () => {
      for (const server of answers) {
        server.close();
        server.closeAllConnections();
      }
      await world.close();
    },
  };
}

/** A doctor's world for the tests of a file. */
export const useDoctorWorld = (): DoctorWorld => useFixture(startDoctorWorld);
