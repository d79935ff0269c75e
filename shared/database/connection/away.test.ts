import { Unavailable } from '../../errors';
import { asUnavailable, asUnreachable, isSessionUsable } from './away';

const failed = (code: string, severity?: string) =>
  Object.assign(new Error('it failed'), { code, ...(severity !== undefined && { severity }) });

const AWAY = [
  [
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EPIPE',
  ],
  ['EMFILE', 'ENETDOWN', 'EHOSTDOWN', 'ECONNABORTED', 'EADDRNOTAVAIL', 'ENOENT'],
  ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_SOCKET_CLOSED'],
  [
    'ERR_STREAM_DESTROYED',
    'CONNECTION_CLOSED',
    'CONNECTION_DESTROYED',
    'CONNECTION_ENDED',
    'CONNECT_TIMEOUT',
  ],
  [
    '08000',
    '08001',
    '08003',
    '08004',
    '08006',
    '08P01',
    '28000',
    '28P01',
    '53000',
    '53100',
    '53200',
    '53300',
  ],
  [
    '53400',
    '57P01',
    '57P02',
    '57P03',
    '57P04',
    '57P05',
    '25006',
    '40001',
    '40P01',
    '55P03',
    '57014',
    '58030',
  ],
  ['3D000'],
].flat();

const OUR_FAULTS = [
  ['22001', '22003', '23502', '23505', '42501', '42601', '42P01', '42703', 'P0001', 'XX000', '57000'],
  ['UNDEFINED_VALUE', 'MAX_PARAMETERS_EXCEEDED', 'NOT_TAGGED_CALL', 'ERR_INVALID_ARG_TYPE', 'E2BIG'],
].flat();

describe('an error of a statement', () => {
  it.each(AWAY)('%s means that the database is away', (code) => {
    expect(asUnavailable(failed(code))).toBeInstanceOf(Unavailable);
  });

  it.each(OUR_FAULTS)('%s is our fault', (code) => {
    const error = failed(code);
    expect(asUnavailable(error)).toBe(error);
  });

  it('without a code is our fault', () => {
    const error = new RangeError('9007199254740993 is not a safe integer');
    expect(asUnavailable(error)).toBe(error);
    expect(asUnreachable(error)).toBe(error);
  });
});

it.each([...AWAY, '42501', '42704', 'XX000', 'SELF_SIGNED_CERT_IN_CHAIN'])(
  '%s means that the database is away if the session was not ready',
  (code) => {
    expect(asUnreachable(failed(code))).toMatchObject({ status: 503, retryAfterSeconds: 5 });
  },
);

it.each([
  ['a refused statement', failed('23505', 'ERROR'), true],
  ['a timeout of a statement', failed('57014', 'ERROR'), true],
  ['an error of our own', new RangeError('no'), true],
  ['a server that became read-only', failed('25006', 'ERROR'), false],
  ['the end of a session', failed('57P01', 'FATAL'), false],
  ['a crash', failed('57P02', 'PANIC'), false],
  ['a broken connection', failed('ECONNRESET'), false],
  ['an error of the driver', failed('CONNECTION_CLOSED'), false],
])('decides after %s whether the session can go on', (_, error, expected) => {
  expect(isSessionUsable(error)).toBe(expected);
});
