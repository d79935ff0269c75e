import { UsageError } from '../infra/arguments';
import { readSettings } from './settings';

it('serves the page on 8080 unless PAGE_PORT says otherwise', () => {
  expect(readSettings({}).ports.page).toBe(8080);
  expect(readSettings({ PAGE_PORT: ' 9080 ' }).ports.page).toBe(9080);
});

it.each(['abc', '0', '70000', '80.5'])('refuses %s as a port, naming its variable', (port) => {
  expect(() => readSettings({ WORKER_PORT: port })).toThrow(/WORKER_PORT/);
});

it('simulates both providers if no token is given', () => {
  expect(readSettings({}).real).toEqual({});
});

it('names the variable that a real provider lacks, never a value', () => {
  const read = () => readSettings({ TELEGRAM_BOT_TOKEN: 'a secret' });
  expect(read).toThrow(UsageError);
  expect(read).toThrow(/TELEGRAM_BOT_USERNAME is missing/);
  expect(read).not.toThrow(/a secret/);
});
