import type { Reply, SimRequest } from './http';
import type { World } from './world';
export function answerPage(_world: World, _request: SimRequest): Reply {
  return { status: 404, body: 'soon' };
}
