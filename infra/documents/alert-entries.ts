import { policiesOf } from '../deploy/monitoring/policies';
import { exampleInstallation } from './example-installation';
import { markdownTable } from './generated-tables';

/** Every alert for `infra/README.md`: a table, then an entry for each, under a heading that the alert links to. */
export function alertEntries(): string {
  const policies = policiesOf(exampleInstallation);
  const table = markdownTable(
    ['alert', 'severity', 'on when'],
    policies.map(({ id, severity, title }) => [`[\`${id}\`](#${id})`, severity.toLowerCase(), title]),
  );
  const entries = policies.flatMap(({ id, severity, title, meaning, remedy, details }) => [
    `### ${id}`,
    `${title} (${severity.toLowerCase()}).`,
    meaning,
    `**What to do:** ${remedy}`,
    ...(details === undefined ? [] : [details]),
  ]);
  return [table, ...entries].join('\n\n');
}
