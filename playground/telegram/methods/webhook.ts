import { badRequest } from '../wire/errors';
import type { Params } from '../wire/params';
import type { Method, Methods } from './context';

const PORTS = ['', '443', '80', '88', '8443'];

const setWebhook: Method = ({ webhook, limits }, params) => {
  const url = params.string('url');
  if (url !== '') limits.spendSetWebhook();
  if (url !== '') checkUrl(url);
  const secretToken = params.string('secret_token');
  if (Buffer.byteLength(secretToken) > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
  if (params.boolean('drop_pending_updates')) webhook.dropPending();
  const settings = { url, secretToken, maxConnections: maxConnectionsOf(params) };
  webhook.set(url === '' ? undefined : settings, allowedUpdatesOf(params));
  return true;
};

function checkUrl(text: string): void {
  if (!URL.canParse(text)) throw badRequest('invalid webhook URL specified');
  const url = new URL(text);
  // Accept plain HTTP to this machine, because the local stack has no certificate and no domain.
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1') return;
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

/** 40 by default. A number out of range becomes the nearest valid one. */
function maxConnectionsOf(params: Params): number {
  if (params.string('max_connections') === '') return 40;
  return Math.min(100, Math.max(1, params.integer('max_connections')));
}

/** `undefined` keeps the earlier setting, if the parameter is absent or not a list. */
function allowedUpdatesOf(params: Params): string[] | undefined {
  const allowed = params.json('allowed_updates');
  return Array.isArray(allowed) ? allowed.map(String) : undefined;
}

const deleteWebhook: Method = ({ webhook }, params) => {
  if (params.boolean('drop_pending_updates')) webhook.dropPending();
  webhook.set(undefined);
  return true;
};

const getWebhookInfo: Method = ({ webhook }) => webhook.describe();

export const webhookMethods: Methods = { setWebhook, deleteWebhook, getWebhookInfo };
