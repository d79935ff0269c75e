import { guarded } from '../http/guarded';
import { fakeRequest } from '../../tests/support/fake-request';
import { silentLogger } from '../logger';
import { nudgeWorker } from './nudge-worker';
import { machineSeconds, purposeKey } from '../security/purpose-keys';
import { webhookSignature } from '../security/webhook-signature';

const secret = 'a secret of sixteen';

it('sends a call that the worker’s guard admits', async () => {
  const statuses: number[] = [];
  const keys = [purposeKey('worker', secret)];
  const guard = webhookSignature({ keys, clocks: [machineSeconds], demandsTimestamp: true });
  const worker = guarded([guard], async () => ({ status: 200 }));
  const fetch = async (_: unknown, init?: RequestInit) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const { status } = await worker(fakeRequest({ headers, body: init?.body as string }));
    statuses.push(status);
    return new Response(null, { status });
  };
  await nudgeWorker({ url: 'http://127.0.0.1/', secret, fetch, log: silentLogger })('due');
  expect(statuses).toEqual([200]);
});

it('never fails, whether the worker is slow or down', async () => {
  const hanging = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
    );
  await nudgeWorker({ url: 'http://127.0.0.1/', secret, fetch: hanging, log: silentLogger, waitMs: 10 })(
    'due',
  );
  const warn = jest.fn();
  const refused = () => Promise.reject(new TypeError('fetch failed'));
  await nudgeWorker({ url: 'http://127.0.0.1/', secret, fetch: refused, log: { ...silentLogger, warn } })(
    'due',
  );
  expect(warn).toHaveBeenCalledWith('worker.nudge_lost', expect.anything());
});

it.each([
  [200, []],
  [301, [['worker.nudge_lost', { status: 301 }]]],
  [403, [['worker.nudge_lost', { status: 403 }]]],
  [503, [['worker.nudge_lost', { status: 503 }]]],
])('warns about a lost nudge only if the answer %i is a failure', async (status, told) => {
  const warn = jest.fn();
  const fetch = async () => new Response('{}', { status });
  await nudgeWorker({ url: 'http://127.0.0.1/', secret, fetch, log: { ...silentLogger, warn } })('due');
  expect(warn.mock.calls).toEqual(told);
});
