import { fields, notFound, ok, type Exception } from './wire';

/** Cloud Tasks: a queue runs when it is made, and only its own verbs change that. */
export const queues: readonly Exception[] = [
  [
    'POST',
    /^cloudtasks\.fake\/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues)$/,
    ({ store }, { body }) => {
      const name = String(fields(body)['name']);
      if (store.get(name) !== undefined)
        return { status: 409, body: { error: { code: 409, status: 'ALREADY_EXISTS', message: name } } };
      return ok(store.put(name, { ...fields(body), state: 'RUNNING' }));
    },
  ],
  [
    'POST',
    /^cloudtasks\.fake\/v2\/(projects\/[^/]+\/locations\/[^/]+\/queues\/[^/]+):(pause|resume)$/,
    ({ store }, _call, [name = '', verb = '']) => {
      const found = store.get(name);
      if (found === undefined) return notFound(name);
      return ok(store.put(name, { ...found, state: verb === 'pause' ? 'PAUSED' : 'RUNNING' }));
    },
  ],
];
