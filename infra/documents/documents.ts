import { alertEntries } from './alert-entries';
import { costsTable } from './costs';
import { sizesTable } from '../deploy/describe-sizes';
import type { Generated } from './generated-tables';
import { privacyTable } from './privacy-table';
import { prometheusRules } from './prometheus-rules';
import { railsTable } from './rails/table';
import { envExample, variablesTable } from './variables-table';

/** Everything that `npm run docs` writes. A test fails if a file is out of date. */
export const GENERATED: readonly Generated[] = [
  { file: '.env.example', make: envExample },
  { file: 'infra/README.md', marker: 'variables', make: variablesTable },
  { file: 'infra/README.md', marker: 'alerts', make: alertEntries },
  { file: 'infra/README.md', marker: 'sizes', make: sizesTable },
  { file: 'infra/README.md', marker: 'costs', make: costsTable },
  { file: 'infra/prometheus/telepay.rules.yaml', make: prometheusRules },
  { file: 'docs/privacy.md', marker: 'privacy', make: privacyTable },
  { file: 'docs/rails.md', marker: 'rails', make: railsTable },
];
