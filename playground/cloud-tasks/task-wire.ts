import * as z from 'zod';

const seconds = z.string().regex(/^\d+(\.\d{1,9})?s$/);

/**
 * A task as `tasks.create` takes it: https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks
 */
export const CREATED = z.strictObject({
  task: z.strictObject({
    name: z.string().optional(),
    scheduleTime: z.iso.datetime().optional(),
    dispatchDeadline: seconds.default('600s'),
    httpRequest: z.strictObject({
      url: z.url({ protocol: /^https?$/ }).max(2083),
      httpMethod: z.enum(['POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']).default('POST'),
      headers: z.record(z.string(), z.string()).default({}),
      body: z.base64().optional(),
      oidcToken: z
        .strictObject({ serviceAccountEmail: z.email(), audience: z.string().optional() })
        .optional(),
    }),
  }),
  responseView: z.enum(['BASIC', 'FULL']).optional(),
});

export type SentTask = z.output<typeof CREATED>['task'];

/** The id at the end of a task's name; `undefined` if the name is not one of this queue. */
export function taskIdOf(queue: string, name: string): string | undefined {
  const id = name.startsWith(`${queue}/tasks/`) ? name.slice(queue.length + '/tasks/'.length) : '';
  return /^[A-Za-z0-9_-]{1,500}$/.test(id) ? id : undefined;
}

export const secondsIn = (duration: string): number => Number(duration.slice(0, -1));

const WORDS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** Google's form of an error: https://cloud.google.com/apis/design/errors#http_mapping */
export const googleError = (code: number, message: string) => ({
  error: { code, message, status: WORDS[code] ?? 'UNKNOWN' },
});
