import { request } from 'node:http';
import type { GoogleKeys } from './google-keys';
import type { QueuedTask } from './queue';
import { secondsIn } from './task-wire';

/** The headers of a delivery: https://cloud.google.com/tasks/docs/creating-http-target-tasks#handler */
function headersOf(
  queue: string,
  { id, sent, ...task }: QueuedTask,
  keys: GoogleKeys,
): Record<string, string> {
  const { oidcToken, url, headers } = sent.httpRequest;
  return {
    ...headers,
    'User-Agent': 'Google-Cloud-Tasks',
    'X-CloudTasks-QueueName': queue.slice(queue.lastIndexOf('/') + 1),
    'X-CloudTasks-TaskName': id,
    'X-CloudTasks-TaskRetryCount': String(task.attempts),
    'X-CloudTasks-TaskExecutionCount': String(task.executions),
    'X-CloudTasks-TaskETA': (task.dueMs / 1000).toFixed(3),
    ...(task.lastStatus !== undefined && { 'X-CloudTasks-TaskPreviousResponse': String(task.lastStatus) }),
    ...(oidcToken && {
      Authorization: `Bearer ${keys.idToken(oidcToken.serviceAccountEmail, oidcToken.audience ?? url)}`,
    }),
  };
}

/** Calls the target of a task once. Returns the status; `undefined` if there was no answer before the dispatch deadline. */
export function sendTask(queue: string, task: QueuedTask, keys: GoogleKeys): Promise<number | undefined> {
  const { url, httpMethod, body } = task.sent.httpRequest;
  return new Promise((resolve) => {
    const call = request(
      url,
      {
        method: httpMethod,
        agent: false,
        headers: headersOf(queue, task, keys),
        timeout: secondsIn(task.sent.dispatchDeadline) * 1000,
      },
      (response) => {
        response.on('error', () => resolve(undefined)).on('end', () => resolve(response.statusCode));
        response.resume();
      },
    );
    call.on('timeout', () => call.destroy()).on('error', () => resolve(undefined));
    call.end(body === undefined ? undefined : Buffer.from(body, 'base64'));
  });
}
