import { crossOrigin, isForeignOrigin } from './cross-origin';
import { fieldsOf, type Reply, type SimRequest } from './http';
import { isScenario } from './plots';
import { finish, refund, resend, startPaying } from './scenarios';
import { limitStrictly, switchCoins } from './account';
import { snapshot } from './snapshot';
import type { Delivery, Fault, PayOptions } from './types';
import { changed, type World } from './world';

/** Answers `/sim/*`, with which the playground's page controls the simulator. */
export async function answerControl(world: World, request: SimRequest): Promise<Reply> {
  const headers = crossOrigin(world, request);
  if (isForeignOrigin(world, request)) return { status: 403, headers, body: { error: 'origin not allowed' } };
  if (request.method === 'OPTIONS') return { status: 204, headers };
  try {
    const body = await act(world, request);
    if (body === undefined) return { status: 404, headers, body: { error: 'no such control' } };
    return { status: 200, headers, body };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 400, headers, body: { error: message } };
  }
}

async function act(world: World, { method, path, body }: SimRequest): Promise<object | undefined> {
  if (method === 'GET') return path === '/sim/state' ? snapshot(world) : undefined;
  if (method !== 'POST') return undefined;
  const [, , group = '', id = '', action = ''] = path.split('/');
  switch (`${group} ${action}`) {
    case 'invoices pay': {
      const { payment, done } = startPaying(world, id, readPayOptions(body));
      void done;
      return { paymentId: payment.paymentId };
    }
    case 'payments refund':
      await refund(world, Number(id), readDelivery(fieldsOf(body)['delivery']));
      return { ok: true };
    case 'payments finish':
      await finish(world, Number(id), readDelivery(fieldsOf(body)['delivery']));
      return { ok: true };
    case 'payments resend':
      await resend(world, Number(id));
      return { ok: true };
    case 'faults ':
      setFaults(world, body);
      return { faults: world.faults };
    case 'coins ':
      switchCoins(world, readCodes(fieldsOf(body)['coins']));
      return { coinsOn: [...world.coinsOn] };
    case 'limits ':
      limitStrictly(world, fieldsOf(body)['strict'] === true);
      return { ok: true };
    default:
      return undefined;
  }
}

function readPayOptions(body: unknown): PayOptions {
  const { scenario = 'exact', coin, paymentId, percent, ends, delivery } = fieldsOf(body);
  if (!isScenario(scenario)) throw new Error('unknown scenario');
  return {
    scenario,
    ...(typeof coin === 'string' ? { coin } : {}),
    ...(typeof paymentId === 'number' ? { paymentId } : {}),
    ...(typeof percent === 'number' && percent >= 0 ? { percent } : {}),
    ...(ends === 'finished' || ends === 'partially_paid' ? { ends } : {}),
    delivery: readDelivery(delivery),
  };
}

function readDelivery(value: unknown): Delivery {
  const { drop, duplicate, reorder } = fieldsOf(value);
  return { drop: drop === true, duplicate: duplicate === true, reorder: reorder === true };
}

function readCodes(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('coins must be a list of codes');
  return value.map(String);
}

const KINDS = ['error', 'text', 'timeout', 'slow', 'drop', 'html'] as const;

function setFaults(world: World, body: unknown): void {
  const fields = fieldsOf(body);
  if (fields['clear'] === true) world.faults.splice(0);
  else world.faults.push(readFault(fields));
  changed(world);
}

function readFault(fields: Readonly<Record<string, unknown>>): Fault {
  const kind = KINDS.find((one) => one === fields['kind']);
  if (!kind) throw new Error(`kind must be one of ${KINDS.join(', ')}`);
  const { path, coin, status, code, message, delayMs, afterPerforming, times } = fields;
  return {
    kind,
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof coin === 'string' ? { coin } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    ...(typeof delayMs === 'number' ? { delayMs } : {}),
    ...(typeof times === 'number' ? { times } : {}),
    afterPerforming: afterPerforming === true,
  };
}
