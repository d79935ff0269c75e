import type { SimRequest } from './http';
import type { World } from './world';

/** The headers that let the playground's page read an answer. */
export function crossOrigin(world: World, request: SimRequest): Record<string, string> {
  const { allowedOrigin } = world.options;
  if (allowedOrigin === undefined || request.headers.origin !== allowedOrigin) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': allowedOrigin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
  };
}

/** Whether a request comes from a page that is neither ours nor the playground's. */
export function isForeignOrigin(world: World, request: SimRequest): boolean {
  const { origin } = request.headers;
  const ours = [world.origin, world.origin.replace('127.0.0.1', 'localhost'), world.options.allowedOrigin];
  return origin !== undefined && !ours.includes(origin);
}
