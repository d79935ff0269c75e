import domain from 'node:domain';

const PLAIN = { on: () => undefined, run: (work: () => void) => work() };

/**
 * functions-framework runs each request in a `domain` (function_wrappers.js, `wrapHttpFunction`), whose hooks then
 * track every promise and socket of the process: a third of all CPU. Its purpose, answering for a handler that throws,
 * is served by `serve`. A stray throw in a callback reaches the framework's `uncaughtException`, which answers 500 and
 * ends the instance.
 */
export function withoutDomains(): void {
  Object.assign(domain, { create: () => PLAIN });
}
