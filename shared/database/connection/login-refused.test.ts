import { MINUTE_MS } from '../../domain/common/time';
import { Unavailable } from '../../errors';
import { silentLogger } from '../../logger';
import { reportRefusals } from './login-refused';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const refused = (code: string) =>
  new Unavailable('database', { cause: Object.assign(new Error('refused'), { code }) });

function reporting() {
  const error = jest.fn();
  return { error, report: reportRefusals({ ...silentLogger, error }) };
}

it.each([
  ['28P01', 'password'],
  ['28000', 'user'],
  ['42501', 'connect_privilege'],
])('logs a login that is refused with %s', (code, reason) => {
  const { report, error } = reporting();
  report(refused(code));
  expect(error.mock.calls).toEqual([['database.login_refused', { reason, error: refused(code) }]]);
});

it('logs refused logins at most once a minute', () => {
  const { report, error } = reporting();
  for (let second = 0; second < 180; second += 1) {
    report(refused('28000'));
    jest.advanceTimersByTime(MINUTE_MS / 60);
  }
  expect(error).toHaveBeenCalledTimes(3);
});

it('logs nothing about a database that is away', () => {
  const { report, error } = reporting();
  for (const other of [refused('ECONNREFUSED'), refused('57P03'), new Error('no')]) report(other);
  expect(error).not.toHaveBeenCalled();
});
