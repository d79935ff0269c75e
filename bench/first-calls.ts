import { FUNCTION_PATHS } from '../functions/paths';
import { HOST } from '../infra/build';
import { FOLDERS, type Target } from '../playground/stack-types';
import { signIpn } from '../shared/nowpayments/ipn-signature';
import { signFor } from '../shared/security/purpose-keys';
import { signWebhook } from '../shared/security/webhook-signature';
import type { HttpCall } from './spawn-server';
import type { Surroundings } from './surroundings';

/** A server whose start is measured, and the call whose 200 ends the measurement. */
export interface Starter {
  readonly name: Target | 'bare' | 'host';
  readonly folder: string;
  readonly means: string;
  readonly call: (round: number) => HttpCall;
  /** Calls that follow before its memory is read. */
  readonly then?: (round: number) => readonly HttpCall[];
}

const post = (path: string, body: string, headers: Record<string, string>): HttpCall => ({
  method: 'POST',
  path,
  body,
  headers: { 'Content-Type': 'application/json', ...headers },
});

const PAYOUT = JSON.stringify({ id: '5000000713', status: 'FINISHED', batch_withdrawal_id: '5000000066' });

/** A donation to an unknown channel: it passes every guard, the shared bucket and the claim, and sends no message. */
const notificationAt = (round: number) =>
  JSON.stringify({
    open_channel_id: -1009999999999,
    payment_type: 'donation',
    payment_data: {
      user_id: 5001,
      amount_crypto: '0.05',
      amount_usd: '25.00',
      crypto_currency: 'ltc',
      timestamp: 1_767_000_000 + round,
    },
  });

const BARE: Starter = {
  name: 'bare',
  folder: 'bare',
  means: '`POST /` answered with a constant',
  call: () => post('/', '{"update_id":1}', {}),
};

type FunctionStarter = Starter & { readonly name: Target };

/** The plain host with all five functions. The calls of the others follow, so that its memory is that of all of them. */
function hostStarter(functions: readonly FunctionStarter[]): Starter {
  const calls = (round: number) =>
    functions.map(({ name, call }) => {
      const [path] = FUNCTION_PATHS[name];
      const made = call(round);
      return { ...made, path: made.path === '/' ? path : made.path };
    });
  const isHealth = ({ path }: HttpCall) => path === '/health';
  return {
    name: 'host',
    folder: HOST,
    means:
      'all five functions on the plain host, with what Node compiled when its image was made (from Node 22 on): `GET /health` as above. Its memory is read after all five have answered',
    call: (round) => calls(round).find(isHealth) ?? fail(),
    then: (round) => calls(round).filter((call) => !isHealth(call)),
  };
}

const fail = (): never => {
  throw new Error('no function answers /health');
};

/** Every server in the comparison, `bare` first. */
export function starters({ secrets }: Surroundings): readonly Starter[] {
  const { webhookSecret, ipnSecret, signingSecret } = secrets;
  const calls: Readonly<Record<Target, Pick<Starter, 'means' | 'call'>>> = {
    telegramWebhook: {
      means: 'an authentic update of a kind that is ignored; no statement awaited',
      call: (round) =>
        post('/', JSON.stringify({ update_id: 900_000_000 + round, poll: { id: '1' } }), {
          'X-Telegram-Bot-Api-Secret-Token': webhookSecret,
        }),
    },
    paymentIpn: {
      means: 'an authentic body that is a payout, not a payment; no statement awaited',
      call: () => post('/', PAYOUT, { 'x-nowpayments-sig': signIpn(PAYOUT, ipnSecret) }),
    },
    notificationWebhook: {
      means: 'a signed call through all guards for a channel that nobody set up: 5 statements, no message',
      call: (round) => {
        const body = notificationAt(round);
        return post('/webhooks/notification', body, signWebhook(signingSecret, body));
      },
    },
    health: {
      means: '`GET /health` with a real `select 1`: connection, schema check, one statement',
      call: () => ({ method: 'GET', path: '/health', headers: {}, body: '' }),
    },
    worker: {
      means: 'a signed nudge with nothing due: connection, schema check, one claim',
      call: () => post('/', '{"due":true}', signFor('worker', signingSecret, '{"due":true}')),
    },
  };
  const functions = Object.entries(FOLDERS).map(([name, folder]): FunctionStarter => {
    const target = name as Target;
    return { name: target, folder, ...calls[target] };
  });
  return [BARE, ...functions, hostStarter(functions)];
}
