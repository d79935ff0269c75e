import { addressOf, environmentOfHost, type Surroundings } from './environments';
import { runHost, type RunningFunction } from './run-function';
import type { StackOptions, Target } from './stack-types';

/** The plain host with all functions of a stack. */
export interface StackHost extends RunningFunction {
  /** The process, with the address of one function. */
  as(target: Target): RunningFunction;
}

/** Starts the plain host in place of a process for each function. */
export async function runHostFor(
  surroundings: Surroundings,
  { host: { environment, folder } = {}, log }: Pick<StackOptions, 'host' | 'log'>,
): Promise<StackHost> {
  const running = await runHost({
    port: surroundings.ports.telegramWebhook,
    environment: { ...environmentOfHost(surroundings), ...environment },
    ...(folder !== undefined && { folder }),
    ...(log && { onLine: (line) => log(`host: ${line}`) }),
  });
  const derive = (properties: PropertyDescriptorMap): unknown => Object.create(running, properties);
  return derive({
    as: {
      value: (target: Target) => derive({ url: { value: addressOf(target, surroundings) } }),
    },
  }) as StackHost;
}
