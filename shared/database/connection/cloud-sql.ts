import type { Socket } from 'node:net';
import { within } from '../../within';
import { codeOf } from './away';
import type { ConnectionSettings } from './options';
import { whenOpen, type DatabaseEndpoint, type OpenedSocket } from './open-socket';
import { Renewals } from './renewals';

const CERTIFICATE_TIMEOUT_MS = 8_000;

/** What it takes to connect, until it expires. */
interface Certificate {
  readonly connect: () => Socket;
}

/** Fetches a new certificate and the instance's address. Rejects if they do not arrive in time. */
async function fetchCertificate(settings: ConnectionSettings): Promise<Certificate> {
  const { AuthTypes, Connector, IpAddressTypes } = await import('@google-cloud/cloud-sql-connector');
  const connector = new Connector();
  const arriving = connector.getOptions({
    instanceConnectionName: String(settings.CLOUD_SQL_INSTANCE),
    authType: settings.DATABASE_PASSWORD === undefined ? AuthTypes.IAM : AuthTypes.PASSWORD,
    ipType: IpAddressTypes.PUBLIC,
  });
  // A closed connector (1.10) keeps what it has. An open one renews by timers, and a failure there is an unhandled
  // rejection, which ends the process. So is closing a connector whose options did not arrive.
  arriving.then(
    () => connector.close(),
    () => undefined,
  );
  const options = await within(
    arriving,
    CERTIFICATE_TIMEOUT_MS,
    () => new Error('Cloud SQL gave no certificate in time'),
  );
  return { connect: () => options.stream() };
}

/**
 * True if a new certificate may help. It also contains the token of an IAM login. A server that refuses a certificate
 * may hang up before its reason arrives.
 */
const isAboutCertificate = (error: unknown): boolean =>
  /^ERR_(SSL|TLS|STREAM)_|CERT|SIGNATURE|SELF_SIGNED|^ECONNRESET$|^EPIPE$|^28...$/.test(codeOf(error) ?? '');

/**
 * Connects to a Cloud SQL instance, whose connector's sockets authenticate and encrypt. If the certificate at hand is
 * refused, connects once more with a new one.
 */
export function cloudSqlEndpoint(settings: ConnectionSettings): DatabaseEndpoint {
  const certificates = new Renewals(() => fetchCertificate(settings));
  const isWorthRenewing = (certificate: Certificate, error: unknown) =>
    isAboutCertificate(error) && certificates.discard(certificate);
  const openWith = async (certificate: Certificate): Promise<OpenedSocket> => ({
    socket: await whenOpen(certificate.connect()),
    accepted: () => certificates.helped(),
    refused: (error) => isWorthRenewing(certificate, error),
  });
  async function open(): Promise<OpenedSocket> {
    const certificate = await certificates.valid();
    try {
      return await openWith(certificate);
    } catch (error) {
      if (!isWorthRenewing(certificate, error)) throw error;
      return openWith(await certificates.valid());
    }
  }
  return {
    url: '',
    login: {
      database: settings.DATABASE_NAME ?? '',
      username: settings.DATABASE_USER ?? '',
      password: settings.DATABASE_PASSWORD ?? '',
      ssl: false, // the connector's socket is TLS already
    },
    open,
  };
}
