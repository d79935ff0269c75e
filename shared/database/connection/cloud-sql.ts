import { Socket } from 'node:net';
import type { Logger } from '../../logger';
import type { ConnectionSettings } from './options';

const CONNECTOR_TIMEOUT_MS = 8_000;

/**
 * Opens sockets to a Cloud SQL instance, which the connector authenticates and encrypts. Rejects if the instance's
 * certificate does not arrive in time. The returned `socket` never throws and never rejects: postgres.js 3.4 leaks
 * the pool's slot when it does, so a failure becomes a socket that dies a moment later.
 */
export async function connectToCloudSql(
  instanceConnectionName: string,
  settings: Pick<ConnectionSettings, 'DATABASE_PASSWORD'>,
  log: Logger,
): Promise<{ socket: () => Socket; close: () => void }> {
  const { AuthTypes, Connector, IpAddressTypes } = await import('@google-cloud/cloud-sql-connector');
  const connector = new Connector();
  const authType = settings.DATABASE_PASSWORD === undefined ? AuthTypes.IAM : AuthTypes.PASSWORD;
  const options = await withTimeout(
    connector.getOptions({ instanceConnectionName, authType, ipType: IpAddressTypes.PUBLIC }),
  ).catch((error: unknown) => {
    connector.close(); // otherwise its timers would keep a command from ending
    throw error;
  });
  const socket = () => {
    try {
      return options.stream();
    } catch (error) {
      log.error('database.connect_failed', { error });
      const dead = new Socket();
      setTimeout(() => dead.destroy(error instanceof Error ? error : new Error('no socket')), 5);
      return dead;
    }
  };
  return { socket, close: () => connector.close() };
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('Cloud SQL gave no certificate in time')),
      CONNECTOR_TIMEOUT_MS,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
