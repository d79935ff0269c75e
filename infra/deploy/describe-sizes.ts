import type { Target } from '../../functions/variables';
import { markdownTable } from '../documents/generated-tables';
import { parseSettings } from './settings';
import { connectionsAtMost, RESERVED_CONNECTIONS, SIZES } from './sizes';

const targets = Object.keys(SIZES) as Target[];

/** Every function's size, and the most connections that they may open together, for `infra/README.md`. */
export function sizesTable(): string {
  const rows = targets.map((target) => {
    const size = SIZES[target];
    const { memory, cpu, concurrency, minInstances, maxInstances, timeoutSeconds, poolMax, because } = size;
    const instances = `${minInstances} to ${maxInstances}`;
    const numbers = [memory, cpu, concurrency, instances, `${timeoutSeconds} s`, poolMax].map(String);
    return [`\`${target}\``, ...numbers, because];
  });
  const sum = targets.map((target) => `${SIZES[target].maxInstances} × ${SIZES[target].poolMax}`).join(' + ');
  const settings = parseSettings('{ "project": "any-project", "bot_username": "AnyBot" }', 'the defaults');
  const head = ['function', 'memory', 'CPU', 'requests at once', 'instances', 'timeout', 'pool', 'because'];
  return `${markdownTable(head, rows)}

At most 2 × (${sum}) + ${RESERVED_CONNECTIONS} = ${connectionsAtMost(settings)} connections. The database accepts ${settings.database.max_connections}.`;
}
