import { join } from 'node:path';
import { CloudTasksSimulator } from '../../playground/cloud-tasks/simulator';
import { INVOKER, QUEUE, QUEUE_SETTINGS } from './queue-world';
import { useFixture } from '../support/use-fixture';
import { startWorld, type World, type WorldOptions } from './journey';

/** A world whose functions wake the worker by a simulated Cloud Tasks queue, as on Google Cloud. */
export interface QueuedWorld extends World {
  readonly tasks: CloudTasksSimulator;
}

async function startQueued(options: WorldOptions): Promise<QueuedWorld> {
  const tasks = await CloudTasksSimulator.start({ queue: QUEUE, settings: QUEUE_SETTINGS, isPrompt: true });
  const environment = {
    CLOUD_TASKS_QUEUE: QUEUE,
    CLOUD_TASKS_API_URL: `http://${tasks.host}`,
    WORKER_INVOKER_EMAIL: INVOKER,
    // Access tokens, and the certificates that the worker checks the queue's tokens with.
    GCE_METADATA_HOST: tasks.host,
    GOOGLE_APIS_STAND_IN: tasks.host,
    NODE_OPTIONS: `--require=${join(__dirname, '../support/google-apis-stand-in.cjs')}`,
    ...options.environment,
  };
  const world = await startWorld({ ...options, environment });
  const close = async () => {
    await tasks.close();
    await world.close();
  };
  return { ...world, tasks, close };
}

export const useQueuedWorld = (options: WorldOptions = {}): QueuedWorld =>
  useFixture(() => startQueued(options));
