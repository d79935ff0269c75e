import { apiRoutes, type ApiRoute } from './api-routes';
import { checkKey, checkJwt } from './authenticate';
import { ApiError, errorBody, notFound, tooManyRequests } from './errors';
import { faultReply, takeFault } from '../faults';
import type { Reply, SimRequest } from '../http';
import { takeToken } from './rate-limit';
import type { Fault } from '../types';
import { changed, now, type World } from '../world';

/** Longer than an impatient client waits, shorter than a patient one. */
const SLOW_MS = 12_000;

/** Answers a request to `/v1/*` and records it. `timeout` and `dropped` mean that the client gets no answer. */
export function answerApi(world: World, request: SimRequest): Reply | 'timeout' | 'dropped' {
  const at = now(world);
  const answer = answerWith(takeFault(world, request), () => perform(world, request));
  world.calls.push({
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    body: request.path === '/v1/auth' ? undefined : request.body,
    correlationId: request.headers['x-correlation-id']?.toString(),
    at,
    status: typeof answer === 'string' ? answer : answer.status,
  });
  changed(world);
  return answer;
}

/** The request's answer, or what a fault makes of it. */
function answerWith(fault: Fault | undefined, performed: () => Reply): Reply | 'timeout' | 'dropped' {
  if (fault === undefined) return performed();
  if (fault.kind === 'slow') return { ...performed(), delayMs: fault.delayMs ?? SLOW_MS };
  if (fault.afterPerforming) performed();
  return faultReply(fault);
}

function perform(world: World, request: SimRequest): Reply {
  try {
    if (!takeToken(world.bucket)) throw tooManyRequests();
    const [route, params] = findRoute(request);
    if (route.needs.includes('jwt')) checkJwt(world, request);
    if (route.needs.includes('key')) checkKey(world, request);
    return route.answer(world, { ...request, params });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: error.status, body: errorBody(error) };
  }
}

function findRoute(request: SimRequest): [ApiRoute, string[]] {
  for (const route of apiRoutes) {
    const match = route.method === request.method ? route.path.exec(request.path) : null;
    if (match) return [route, match.slice(1)];
  }
  throw notFound(`Cannot ${request.method} ${request.path}:`);
}
