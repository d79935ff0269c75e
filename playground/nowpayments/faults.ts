import type { Reply, SimRequest } from './http';
import type { Fault } from './types';
import { changed, type World } from './world';
import { ApiError, errorBody } from './api/errors';

type Asked = Pick<SimRequest, 'path' | 'query'>;

/** Takes the fault for a request and counts it as used. Returns `undefined` if none applies. */
export function takeFault(world: World, request: Asked): Fault | undefined {
  const index = world.faults.findIndex((fault) => applies(fault, request));
  const fault = world.faults[index];
  if (fault) world.options.onFault?.();
  if (fault?.times === undefined) return fault;
  fault.times -= 1;
  if (fault.times <= 0) world.faults.splice(index, 1);
  changed(world);
  return fault;
}

/** `/v1/payment` covers `/v1/payment/123` but not `/v1/payments`. */
function applies(fault: Fault, { path, query }: Asked): boolean {
  if (fault.coin !== undefined && query.get('currency_from')?.toLowerCase() !== fault.coin) return false;
  return fault.path === undefined || path === fault.path || path.startsWith(`${fault.path}/`);
}

/** What the client gets instead of an answer. */
export function faultReply(fault: Fault): Reply | 'timeout' | 'dropped' {
  switch (fault.kind) {
    case 'timeout':
    case 'slow': // its answer is real, so `answerWith` makes it
      return 'timeout';
    case 'drop':
      return 'dropped';
    case 'text':
      // A proxy or an overloaded server answers like this.
      return { status: fault.status ?? 400, headers: TEXT, body: fault.message ?? 'Bad Request' };
    case 'html':
      return { status: fault.status ?? 520, headers: HTML, body: cloudflarePage(fault.status ?? 520) };
    case 'error': {
      const error = new ApiError(
        fault.status ?? 500,
        fault.code ?? 'INTERNAL_ERROR',
        fault.message ?? 'Internal server error',
      );
      return { status: error.status, body: errorBody(error) };
    }
  }
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const HTML = { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' };

const cloudflarePage = (status: number) =>
  `<!DOCTYPE html><html><head><title>api.nowpayments.io | ${status}</title></head><body><h1>Error ${status}</h1>` +
  '<p>Web server is returning an unknown error. Cloudflare Ray ID: 0000000000000000</p></body></html>\n';
