import type { Target } from '../../functions/variables';
import { markdownTable } from '../documents/generated-tables';
import { parseSettings, type Settings } from './settings/settings';
import { connectionsAtMost, RESERVED_CONNECTIONS, SIZES, sizeOf } from './sizes';

const targets = Object.keys(SIZES) as Target[];

/** Every function's size, and the most connections that they may open together, by default and when small, for `infra/README.md`. */
export function sizesTable(): string {
  const rows = targets.map((target) => {
    const size = SIZES[target];
    const { memory, cpu, concurrency, minInstances, maxInstances, timeoutSeconds, poolMax, because } = size;
    const instances = `${minInstances} to ${maxInstances}`;
    const numbers = [memory, cpu, concurrency, instances, `${timeoutSeconds} s`, poolMax].map(String);
    return [`\`${target}\``, ...numbers, because];
  });
  const head = ['function', 'memory', 'CPU', 'requests at once', 'instances', 'timeout', 'pool', 'because'];
  return `${markdownTable(head, rows)}

${connections(settingsWith({}))}

With \`"preset": "small"\`, no instance is kept warm:

${smallTable(settingsWith({ preset: 'small' }))}`;
}

const settingsWith = (given: object): Settings =>
  parseSettings(JSON.stringify({ project: 'any-project', bot_username: 'AnyBot', ...given }), 'the defaults');

function smallTable(settings: Settings): string {
  const rows = targets.map((target) => {
    const { minInstances, maxInstances, poolMax } = sizeOf(settings, target);
    return [`\`${target}\``, `${minInstances} to ${maxInstances}`, String(poolMax)];
  });
  return `${markdownTable(['function', 'instances', 'pool'], rows)}

${connections(settings)}`;
}

function connections(settings: Settings): string {
  const pools = targets.map((target) => sizeOf(settings, target));
  const sum = pools.map(({ maxInstances, poolMax }) => `${maxInstances} × ${poolMax}`).join(' + ');
  return `At most 2 × (${sum}) + ${RESERVED_CONNECTIONS} = ${connectionsAtMost(settings)} connections. The database accepts ${settings.database.max_connections}.`;
}
