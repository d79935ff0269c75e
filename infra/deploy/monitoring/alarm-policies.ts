import type { Installation } from '../installation';
import type { Alarm } from '../../../shared/domain/operations/alarms';
import { inPromql, minutes, RUN, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

/** A policy for every alarm of the worker, which logs an alarm each minute while it is on. Five silent minutes end it. */
export function alarmPolicies(installation: Installation, alarms: readonly Alarm[]): AlertPolicy[] {
  const raised = inPromql(metricType(installation, 'alarmRaised'));
  return alarms.map(({ name, severity, threshold, unit, meaning, remedy }) => ({
    id: name,
    title: `≥ ${threshold} ${unit}`,
    severity: severity === 'error' ? 'ERROR' : 'WARNING',
    meaning,
    remedy,
    condition: whileTrue(`sum(increase(${raised}{${RUN},alarm="${name}"}[5m])) > 0`, 0),
  }));
}

/** The worker looks each minute, so this long without a look is five missed ones. */
export const SILENT_SECONDS = 300;

/** The alarm for silence: if the worker does not check, it raises no other alarm. */
export function nobodyLooks(installation: Installation): AlertPolicy {
  const observed = inPromql(metricType(installation, 'statusObserved'));
  return {
    id: 'nobody_looks',
    title: `No status check for ${minutes(2 * SILENT_SECONDS)}`,
    severity: 'CRITICAL',
    meaning:
      'The worker has not looked (`status.observed` in the log), which it does every minute. Nothing is delivered, no member is let in or removed, and no other alarm can be raised.',
    remedy:
      'Look at what calls the worker each minute: the scheduler job (is it paused, what did its last call answer), or the host with `TICK=on` (does it run). Then look at the errors of `worker`, then at the database.',
    details: `\`\`\`sh
gcloud scheduler jobs describe telepay-worker --location=REGION --project=PROJECT --format='value(state, lastAttemptTime, status.code)'
\`\`\`

\`PAUSED\` is a forgotten pause: deploy again. A status code of 7 is a refused token, of 13 or 14 an error of \`worker\`. Buyers who tap now still wake the worker, so in a busy shop only what waits for the clock stands still: removals, reminders, daily posts.`,
    // No line in this time, for this time. So it stays off during the first minutes of a first deploy.
    condition: whileTrue(
      `(sum(increase(${observed}{${RUN}}[${SILENT_SECONDS}s])) or vector(0)) < 1`,
      SILENT_SECONDS,
    ),
  };
}
