import type { Installation } from '../installation';
import { inPromql, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

/** Google logs one line about each nightly backup, so the alert is on for an hour after a bad one. */
export function backupFailed(installation: Installation): AlertPolicy {
  const failed = inPromql(metricType(installation, 'backupFailed'));
  return {
    id: 'backup_failed',
    title: 'The nightly backup of the database did not succeed',
    severity: 'ERROR',
    meaning:
      'Until the next backup succeeds, a restore starts from an older one and replays more of the log. Nothing else is affected.',
    remedy:
      'Make a backup now, and look at its error. If the instance was stopped or in maintenance, nothing else is needed.',
    details: `\`\`\`sh
gcloud sql backups list --instance=telepay --project=PROJECT --limit=5
gcloud sql backups create --instance=telepay --project=PROJECT
\`\`\`

The alert sees what Google logs about a backup. It cannot see backups that are switched off: \`npm run deploy -- --plan\` shows that.`,
    condition: whileTrue(`sum(increase(${failed}{monitored_resource="cloudsql_database"}[1h])) > 0`, 0),
  };
}
