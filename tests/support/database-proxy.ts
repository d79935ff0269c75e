import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Authority } from './certificates';

/** A message of Postgres' protocol: its letter, its length and its contents. */
function message(letter: string, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(5, letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const text = (...parts: readonly string[]) => Buffer.from(parts.map((part) => `${part}\0`).join(''));
const authentication = (type: number) => message('R', Buffer.from([0, 0, 0, type]));
const parameter = message('S', text('server_version', '17'));
const failure = (code: string, severity = 'FATAL') =>
  message('E', text(`S${severity}`, `V${severity}`, `C${code}`, 'Mno'), Buffer.from([0]));
const readyForQuery = message('Z', Buffer.from('I'));

const SSL_REQUEST = 80_877_103;
const identity = () => new Authority('tests').identify('localhost');

/** After the first message of the client, says these bytes and ends. */
const says =
  (...said: readonly Buffer[]) =>
  (socket: Socket) =>
    void socket.once('data', () => socket.end(Buffer.concat(said)));

/** The end of a statement's messages. https://www.postgresql.org/docs/current/protocol-message-formats.html */
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);

/** Accepts the login, and refuses to write, as a server does that follows another one. */
function followAnother(socket: Socket): void {
  const parameters = ['in_hot_standby', 'default_transaction_read_only'].map((name) =>
    message('S', text(name, 'on')),
  );
  socket.once('data', () => {
    socket.write(Buffer.concat([authentication(0), parameter, ...parameters, readyForQuery]));
    socket.on('data', (data) => {
      if (!data.equals(SYNC)) socket.write(failure('25006', 'ERROR'));
      if (data.includes(SYNC)) socket.write(readyForQuery);
    });
  });
}

/** What a server in place of Postgres can do with a connection. */
const FAULTS = {
  'ends it at once': (socket) => void socket.end(),
  'resets it at once': (socket) => void socket.resetAndDestroy(),
  'ends it after the startup message': says(),
  'resets it after the startup message': (socket) => void socket.once('data', () => socket.resetAndDestroy()),
  'ends it after asking for a password': says(authentication(3)),
  'ends it after accepting the login': says(authentication(0)),
  'ends it while the session starts': says(authentication(0), parameter),
  'ends it inside a message': says(authentication(0).subarray(0, 6)),
  'speaks HTTP': says(Buffer.from('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')),
  'is starting up (57P03)': says(failure('57P03')),
  'has no connection left (53300)': says(failure('53300')),
  'has no memory left (53200)': says(failure('53200')),
  'refuses the password (28P01)': says(failure('28P01')),
  'refuses the user (28000)': says(failure('28000')),
  'refuses the privilege to connect (42501)': says(failure('42501')),
  'refuses with a code that nobody knows (XX099)': says(failure('XX099')),
  'drops the database (57P04)': says(failure('57P04')),
  'follows another server (25006)': followAnother,
  'says nothing': (socket) => void socket.resume(),
} as const satisfies Readonly<Record<string, (socket: Socket) => void>>;

/** The same for a client that asks for TLS. */
const TLS_FAULTS = {
  'ends it instead of encrypting': says(),
  'refuses to encrypt': says(Buffer.from('N')),
  'ends it before the handshake': says(Buffer.from('S')),
  'ends it after the handshake': (socket) =>
    void socket.once('data', () => {
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, ...identity() });
      secure.on('error', () => undefined);
      secure.once('data', () => secure.end());
    }),
} as const satisfies Readonly<Record<string, (socket: Socket) => void>>;

type Fault = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as Fault[];
type TlsFault = keyof typeof TLS_FAULTS;
export const TLS_FAULT_NAMES = Object.keys(TLS_FAULTS) as TlsFault[];

/** A port in front of Postgres that behaves like a proxy, well or badly. */
export interface DatabaseProxy {
  readonly port: number;
  /** Connections since the last `behave`. */
  readonly connects: number;
  /** Treats new connections like this. Cuts the old ones, unless told otherwise. */
  behave(how: Fault | TlsFault | 'well', options?: { readonly cuts: boolean }): void;
  /** Keeps back each client's statements, but not its login, until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

/** Connects a client to Postgres. A client that asks for TLS gets it. */
function forward(socket: Socket, port: number, isFree: () => Promise<unknown>): void {
  socket.once('data', (first) => {
    const asksForTls = first.length === 8 && first.readInt32BE(4) === SSL_REQUEST;
    if (asksForTls) socket.write('S');
    const client = asksForTls ? new TLSSocket(socket, { isServer: true, ...identity() }) : socket;
    const postgres = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, postgres],
      [postgres, client],
    ] as const)
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
    if (!asksForTls) postgres.write(first);
    client.on('data', (data: Buffer) => void isFree().then(() => postgres.write(data)));
    postgres.pipe(client);
  });
}

export async function openDatabaseProxy(postgresPort: number): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  let free = Promise.resolve();
  const forwardHere = (socket: Socket) => forward(socket, postgresPort, () => free);
  let treat: (socket: Socket) => void = forwardHere;
  let connects = 0;
  const server = createServer((socket) => {
    connects += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    treat(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    get connects() {
      return connects;
    },
    behave: (how, { cuts } = { cuts: true }) => {
      treat = how === 'well' ? forwardHere : { ...FAULTS, ...TLS_FAULTS }[how];
      if (cuts) cut();
      connects = 0;
    },
    hold: () => {
      let release = (): void => undefined;
      free = new Promise<void>((resolve) => (release = resolve));
      return release;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
