import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { findPort } from '../../../playground/find-ports';
import { TARGETS } from '../../../playground/stack-types';
import { useFixture } from '../../support/use-fixture';
import { startWorld, type World } from './world';

/** The log-in at NOWPayments, which reconciliation has in this installation. */
const ACCOUNT = { email: 'owner@example.org', password: 'Correct-Horse-9' };

export type Variables = Record<string, string>;

/** An installation in which all is well, and what its operator knows of it. */
export interface DoctorWorld extends World {
  readonly variables: Variables;
  readonly botId: number;
  /** An address that says 200 to everything, whoever asks. */
  readonly yesSayer: string;
  /** Where nobody listens. */
  readonly nobody: string;
}

/** Brings up a world with everything that a doctor can look at. */
async function startDoctorWorld(): Promise<DoctorWorld> {
  const world = await startWorld({
    nowpayments: { ...ACCOUNT, limits: false },
    environment: { NOWPAYMENTS_EMAIL: ACCOUNT.email, NOWPAYMENTS_PASSWORD: ACCOUNT.password },
  });
  const server = createServer((_, response) => response.end('{"ok":true}')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const variables = {
    ...Object.assign({}, ...TARGETS.map((target) => world.environment(target))),
    TELEGRAM_WEBHOOK_URL: world.functions.telegramWebhook.url,
    HEALTH_URL: world.functions.health.url,
  } as Variables;
  return {
    ...world,
    variables,
    botId: Number(variables['TELEGRAM_BOT_TOKEN']?.split(':')[0]),
    yesSayer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nobody: `http://127.0.0.1:${await findPort()}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await world.close();
    },
  };
}

/** A doctor's world for the tests of a file. */
export const useDoctorWorld = (): DoctorWorld => useFixture(startDoctorWorld);
