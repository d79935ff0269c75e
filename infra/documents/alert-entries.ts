import { installationOf } from '../deploy/installation';
import { policiesOf } from '../deploy/monitoring/policies';
import { SETTINGS } from '../deploy/settings/settings';
import { markdownTable } from './generated-tables';

/** An installation with every alert, and the default numbers. */
const example = installationOf(
  SETTINGS.parse({ project: 'any-project', bot_username: 'AnyBot', domain: 'your.domain.com' }),
  { projectNumber: '0', deployId: '', isDomainReady: true },
);

/** Every alert for `infra/README.md`: a table, then an entry for each, under a heading that the alert links to. */
export function alertEntries(): string {
  const policies = policiesOf(example);
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
