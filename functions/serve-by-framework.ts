import { http } from '@google-cloud/functions-framework';
import { readConfig } from '../shared/config';
import { installFrontDoor } from '../shared/http/server/front-door';
import { serve } from '../shared/http/server/serve';
import type { Handler, Reply, Request } from '../shared/http/types';
import { COMMON_NAMES, type FunctionDefinition } from './define-function';
import { giveUp } from './give-up';
import { openProcess } from './open-process';

/** Reads the function's own variables, then opens what it needs. */
const start = async (definition: FunctionDefinition): Promise<Handler> => {
  const { target, names } = definition;
  const config = await readConfig([...names, ...COMMON_NAMES]);
  return openProcess(target, config, [definition]).handlerOf(definition);
};

/**
 * Registers a function with functions-framework, the host on Cloud Run functions. Reads its configuration at load; if
 * anything is missing, the process ends and names it. Returns nothing that could be called without the guards.
 */
export function serveByFramework(definition: FunctionDefinition): void {
  const { target } = definition;
  try {
    const ready = start(definition).catch((error: unknown) => giveUp(target, error));
    async function handleOnceReady(request: Request): Promise<Reply> {
      return (await ready)(request);
    }
    const listener = serve(handleOnceReady);
    installFrontDoor({ listener, signals: true });
    // The framework starts the server for a function that it knows. The front door calls it, not the framework.
    http(target, listener);
  } catch (error) {
    giveUp(target, error);
  }
}
