import { once } from 'node:events';
import { finish, refund, resend, startPaying } from './scenarios';
import { postIpn } from './ipn/send-ipn';
import { listen } from './server';
import { canonical } from './ipn/sign';
import { fieldsOf } from './http';
import { limitStrictly, switchCoins } from './account';
import { snapshot } from './snapshot';
import type { NowpaymentsSimulator } from './simulator';
import type { NowpaymentsSimulatorOptions } from './types';
import { ipnBody } from './wire';
import { changed, createWorld, getPayment, settled, track, type World } from './world';

export type { NowpaymentsSimulator } from './simulator';
export type { Fault, NowpaymentsSimulatorOptions, PayOptions, Scenario } from './types';

/** Starts a NOWPayments on 127.0.0.1: its API, its invoice page, and IPNs that it really sends. */
export async function startNowpaymentsSimulator(
  options: NowpaymentsSimulatorOptions,
): Promise<NowpaymentsSimulator> {
  const world = createWorld(options);
  const server = await listen(world);
  return {
    url: `${world.origin}/v1`,
    calls: world.calls,
    ipns: world.ipns,
    ...payerControls(world),
    ...testControls(world),
    ...accountControls(world),
    invoices: () => [...world.invoices.values()],
    payments: () => [...world.payments.values()].map((payment) => ({ ...payment })),
    snapshot: () => snapshot(world),
    close: async () => {
      if (world.closing.signal.aborted) return;
      world.closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.allSettled([closed, ...world.running]);
      world.agents.http.destroy();
      world.agents.https.destroy();
    },
  };
}

function payerControls(world: World): Pick<NowpaymentsSimulator, 'pay' | 'refund' | 'finish' | 'resend'> {
  return {
    pay: async (invoiceId, options) => {
      const { payment, done } = startPaying(world, invoiceId, options);
      await done;
      return payment.paymentId;
    },
    refund: (paymentId) => refund(world, paymentId),
    finish: (paymentId) => finish(world, paymentId),
    resend: (paymentId) => resend(world, paymentId),
  };
}

function testControls(
  world: World,
): Pick<NowpaymentsSimulator, 'sendIpn' | 'ipnBody' | 'fault' | 'clearFaults' | 'settled' | 'onChange'> {
  return {
    sendIpn: async (body, options = {}) => {
      const text = typeof body === 'string' ? body : canonical(body);
      const url = options.url ?? callbackOf(world, body);
      const sig = options.signature === undefined ? {} : { sig: options.signature };
      const answer = await track(world, postIpn(world, url, text, sig));
      if (typeof answer.status !== 'number') throw new Error(`IPN was not answered: ${answer.text}`);
      return { status: answer.status, text: answer.text };
    },
    ipnBody: (paymentId, overrides) => ({ ...ipnBody(getPayment(world, paymentId)), ...overrides }),
    fault: (fault) => {
      world.faults.push({ ...fault });
      changed(world);
    },
    clearFaults: () => {
      world.faults.splice(0);
      changed(world);
    },
    settled: (retriesWithinMs) => settled(world, retriesWithinMs),
    onChange: (listener) => {
      world.listeners.add(listener);
      return () => void world.listeners.delete(listener);
    },
  };
}

function accountControls(
  world: World,
): Pick<NowpaymentsSimulator, 'switchCoins' | 'setMinimum' | 'limitStrictly'> {
  return {
    switchCoins: (codes) => switchCoins(world, codes),
    setMinimum: (coin, usdCents) => {
      world.minimums.set(coin, usdCents);
      changed(world);
    },
    limitStrictly: (isStrict) => limitStrictly(world, isStrict),
  };
}

/** The callback URL of the body's payment, or of the newest invoice if the payment is unknown. */
function callbackOf(world: World, body: object | string): string {
  const payment = world.payments.get(Number(fieldsOf(body)['payment_id']));
  const url = payment?.ipnCallbackUrl ?? [...world.invoices.values()].at(-1)?.ipnCallbackUrl;
  if (!url) throw new Error('no callback url is known for this IPN: set options.url');
  return url;
}
