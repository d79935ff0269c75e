import { connect, isIP, type NetConnectOpts, type Socket } from 'node:net';
import * as tls from 'node:tls';

/** A connected socket. Postgres, or a proxy of it, has accepted the connection, but not yet the login. */
export interface OpenedSocket {
  readonly socket: Socket;
  /** Tells the endpoint that the database accepted the login. */
  readonly accepted: () => void;
  /** Tells the endpoint that it did not. Returns true if the next socket may fare better. */
  readonly refused: (error: unknown) => boolean;
}

/** Where a database can be reached, and how to log in there. */
export interface DatabaseEndpoint {
  /** Empty if `login` says everything. */
  readonly url: string;
  /** The driver's options, except for how it connects. */
  readonly login: Readonly<Record<string, unknown>>;
  /** Rejects if the database can't be reached. */
  readonly open: () => Promise<OpenedSocket>;
}

export const CONNECT_TIMEOUT_SECONDS = 5;

const failure = (code: string, message: string) => Object.assign(new Error(message), { code });

/** The error of a connection that the other side ended before it was ready. */
export const hungUp = () => failure('ECONNRESET', 'the database hung up before the connection was ready');

/**
 * Resolves with what a socket says by an event. Otherwise destroys the socket and rejects: with its error, if it
 * closes without one, or after five seconds. A later error of the socket does not end the process.
 */
function whenHeard(socket: Socket, event: 'connect' | 'secureConnect' | 'data'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const late = () => fail(failure('CONNECT_TIMEOUT', 'the connection took too long'));
    const timer = setTimeout(late, CONNECT_TIMEOUT_SECONDS * 1000);
    const close = () => fail(hungUp());
    socket.on('error', fail);
    socket.once('close', close);
    socket.once(event, (heard: unknown) => {
      clearTimeout(timer);
      socket.off('close', close);
      resolve(heard);
    });
  });
}

/** Waits until a new socket is connected, and has encrypted its connection if it is one for TLS. */
export async function whenOpen<S extends Socket>(socket: S): Promise<S> {
  await whenHeard(socket, socket instanceof tls.TLSSocket ? 'secureConnect' : 'connect');
  return socket;
}

export const openSocket = (to: NetConnectOpts): Promise<Socket> => whenOpen(connect(to));

/** https://www.postgresql.org/docs/current/protocol-message-formats.html#PROTOCOL-MESSAGE-FORMATS-SSLREQUEST */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** How a URL asks for TLS, as the driver reads it. */
interface Encryption {
  readonly ssl: unknown;
  readonly negotiation: unknown;
}

/** Encrypts a new connection, as the URL's `sslmode` and `sslnegotiation` say. Not if `prefer` is refused. */
export async function encrypt(
  socket: Socket,
  host: string,
  { ssl, negotiation }: Encryption,
): Promise<Socket> {
  const isDirect = negotiation === 'direct';
  if (!isDirect) {
    socket.write(SSL_REQUEST);
    const answer = String(await whenHeard(socket, 'data'));
    if (answer === 'N' && ssl === 'prefer') return socket;
    // More than one byte was not written by a server that is about to encrypt.
    if (answer !== 'S') {
      socket.destroy();
      throw failure('ERR_TLS_REFUSED', 'the database does not encrypt connections');
    }
  }
  const isUnverified = ssl === 'require' || ssl === 'allow' || ssl === 'prefer';
  return whenOpen(
    tls.connect({
      socket,
      ...(isIP(host) === 0 && { servername: host }),
      ...(isUnverified && { rejectUnauthorized: false }),
      ...(isDirect && { ALPNProtocols: ['postgresql'] }),
    }),
  );
}
