import { installed } from '../../../tests/deploy/support/installed';
import { DEFAULT_RUNTIME, RUNTIME_NAMES, RUNTIMES, runtimeWarning } from './runtimes';

const at = (deployId: string, settings: object = {}) =>
  runtimeWarning({ ...installed(settings), deployId: `${deployId}T100000Z` });

it('deploys on the runtime that lives longest', () => {
  const last = RUNTIME_NAMES.map((name) => RUNTIMES[name].endsOn)
    .sort()
    .at(-1);
  expect(RUNTIMES[DEFAULT_RUNTIME].endsOn).toBe(last);
  expect(installed().settings.runtime).toBe(DEFAULT_RUNTIME);
});

it('says nothing more than six months before a runtime is deprecated', () => {
  expect(at('20261001', { runtime: 'nodejs22' })).toEqual([]);
  expect(at('20261201')).toEqual([]);
});

it.each(['20261201', '20270501', '20280101'])('names the date and the remedy at %s', (date) => {
  expect(at(date, { runtime: 'nodejs22' })).toEqual([
    'The runtime nodejs22 is deprecated from 2027-04-30, and cannot be deployed from 2027-10-31. Set "runtime": "nodejs24" in deploy.json, or leave it out, and deploy again.',
  ]);
});

it('asks for an update if the newest runtime is old', () => {
  expect(at('20280401').join()).toContain('Update TelePay');
});
