import { randomBytes } from 'node:crypto';
import { accessDenied, authRequired, invalidApiKey } from './errors';
import { fieldsOf, type SimRequest } from '../http';
import { now, type World } from '../world';

const TOKEN_LIFE_MS = 5 * 60_000;

export function checkKey(world: World, request: SimRequest): void {
  if (request.headers['x-api-key'] !== world.options.apiKey) throw invalidApiKey();
}

export function checkJwt(world: World, request: SimRequest): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (now(world) >= (world.tokens.get(token) ?? 0)) throw authRequired();
}

/** `POST /v1/auth`: returns a token for five minutes. Email and password are case-sensitive. */
export function logIn(world: World, body: unknown): { token: string } {
  const { email, password } = world.options;
  const given = fieldsOf(body);
  if (!email || !password || given['email'] !== email || given['password'] !== password) throw accessDenied();
  const part = () => randomBytes(24).toString('base64url');
  const token = `${part()}.${part()}.${part()}`;
  world.tokens.set(token, now(world) + TOKEN_LIFE_MS);
  return { token };
}
