import { randomUUID } from 'node:crypto';
import { exceptions } from './exceptions';
import { fields, notFound, ok, operation, type Call, type GoogleWorld, type Reply } from './wire';

/**
 * Most of Google's APIs work alike (https://google.aip.dev/general): a POST to a collection creates a resource, a GET reads
 * one or lists a collection, a PATCH changes one. `exceptions.ts` has the rest.
 */
export function answer(world: GoogleWorld, call: Call): Reply {
  for (const [method, pattern, reply] of exceptions) {
    const match =
      call.method === method &&
      pattern.exec(
        `${call.url.host.replace(/^europe-west1-(?=run\.)/, '')}${decodeURIComponent(call.url.pathname)}`,
      );
    if (match) return reply(world, call, match.slice(1));
  }
  const name = decodeURIComponent(call.url.pathname).replace(/^\/v\d+(?:(?:alpha|beta)\d*)?\//, '');
  switch (call.method) {
    case 'POST':
      return create(world, call, name);
    case 'GET':
      return read(world, name);
    case 'PATCH':
    case 'PUT':
      return change(world, call, name);
    case 'DELETE':
      return world.store.delete(name) ? ok({}) : notFound(name);
    default:
      return { status: 405 };
  }
}

/** The id in `secretId=x`, or the resource's own name, or one that Google generates. */
function idOf({ url, body }: Call, collection: string): string {
  const given = [...url.searchParams].find(([key]) => /^[a-z]+Id$/.test(key))?.[1];
  const named = fields(body)['name'];
  const own = typeof named === 'string' ? named.slice(named.lastIndexOf('/') + 1) : undefined;
  return given ?? own ?? `${collection.length}${randomUUID().slice(0, 8)}`;
}

function create(world: GoogleWorld, call: Call, collection: string): Reply {
  const id = idOf(call, collection);
  const name = `${collection}/${id}`;
  if (world.store.get(name) !== undefined)
    return {
      status: 409,
      body: { error: { code: 409, status: 'ALREADY_EXISTS', message: `${name} exists` } },
    };
  const isShort = call.url.host === 'logging.fake';
  const made = world.store.put(name, { ...fields(call.body), name: isShort ? id : name, etag: 'BwY=' });
  return call.url.host === 'cloudfunctions.fake' ? operation(made) : ok(made);
}

/** A name with an even number of parts is a resource, with an odd number a collection. */
function read({ store }: GoogleWorld, name: string): Reply {
  const found = store.get(name);
  if (found !== undefined) return ok(found);
  const collection = name.slice(name.lastIndexOf('/') + 1);
  return name.split('/').length % 2 === 0 ? notFound(name) : ok({ [collection]: store.list(name) });
}

function change({ store }: GoogleWorld, call: Call, name: string): Reply {
  const found = store.get(name);
  if (found === undefined) return notFound(name);
  const changed = store.put(name, { ...found, ...fields(call.body), name: found['name'] });
  return call.url.host === 'cloudfunctions.fake' ? operation(changed) : ok(changed);
}
