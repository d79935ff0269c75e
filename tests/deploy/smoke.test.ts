import { TARGETS } from '../../playground/stack-types';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useWorld } from '../worlds/journey';

const world = useWorld({ targets: TARGETS });

const smoke = (endpoints: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const args = Object.entries(endpoints).flatMap(([name, url]) => [`--${name}`, url]);
    execFile(
      process.execPath,
      ['--import', 'tsx', 'infra/smoke.ts', '--patience', '0', ...args],
      (error, output) => resolve({ code: error === null ? 0 : 1, output }),
    );
  });

const endpoints = () => ({
  health: `${world.functions.health.url}/health`,
  'telegram-webhook': world.functions.telegramWebhook.url,
  'payment-ipn': world.functions.paymentIpn.url,
  'notification-webhook': `${world.functions.notificationWebhook.url}/webhooks/notification`,
  worker: world.functions.worker.url,
});

it('passes if every endpoint refuses strangers and /health is healthy', async () => {
  const { code, output } = await smoke(endpoints());
  expect(output.trim().split('\n').sort()).toEqual(
    Object.keys(endpoints())
      .map((name) => `✓ ${name}`)
      .sort(),
  );
  expect(code).toBe(0);
});

it('names each endpoint that is open, foreign or unreachable', async () => {
  const stranger: Server = createServer((_, res) => res.end('hello'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  try {
    const { code, output } = await smoke({
      ...endpoints(),
      worker: `http://127.0.0.1:${port}`,
      health: `http://127.0.0.1:${port}/health`,
      'payment-ipn': 'http://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(output).toContain('✗ worker answered 200 instead of 401');
    expect(output).toContain('✗ health answered without Strict-Transport-Security');
    expect(output).toContain('✗ payment-ipn did not answer');
    expect(output).toContain('✓ telegram-webhook');
  } finally {
    stranger.close();
  }
});
