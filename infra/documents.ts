import { alarmsTable } from './alarms-table';
import type { Generated } from './generated-tables';
import { envExample, variablesTable } from './variables-table';

/** Everything that `npm run docs` writes. A test holds the files to it. */
export const GENERATED: readonly Generated[] = [
  { file: '.env.example', make: envExample },
  { file: 'infra/README.md', marker: 'variables', make: variablesTable },
  { file: 'infra/README.md', marker: 'alarms', make: alarmsTable },
];
