import type { Installation } from '../installation';
import type { Alarm } from '../../../shared/domain/operations/alarms';
import { inPromql, RUN, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

/** A policy for every alarm of the worker, which logs an alarm each minute while it is on. Five silent minutes end it. */
export function alarmPolicies(installation: Installation, alarms: readonly Alarm[]): AlertPolicy[] {
  const raised = inPromql(metricType(installation, 'alarmRaised'));
  return alarms.map(({ name, severity, threshold, unit, meaning, remedy }) => ({
    id: `alarm_${name}`,
    title: `${name}: ${threshold} ${unit}`,
    severity: severity === 'error' ? 'ERROR' : 'WARNING',
    meaning,
    remedy,
    condition: whileTrue(`sum(increase(${raised}{${RUN},alarm="${name}"}[5m])) > 0`, 0),
  }));
}

/** The alarm for silence: if the worker does not check, it raises no other alarm. */
export function nobodyLooks(installation: Installation): AlertPolicy {
  const observed = inPromql(metricType(installation, 'statusObserved'));
  return {
    id: 'nobody_looks',
    title: 'No status check for 10 minutes',
    severity: 'CRITICAL',
    meaning:
      'The worker has not logged `status.observed`, which it does every minute. Nothing is delivered, no member is let in or removed, and no other alarm can be raised.',
    remedy:
      'Look at the scheduler job (is it paused, what did its last call answer), then at the errors of `worker`, then at the database.',
    // No line in five minutes, for five minutes. So it stays off during the first minutes of a first deploy.
    condition: whileTrue(`(sum(increase(${observed}{${RUN}}[5m])) or vector(0)) < 1`, 300),
  };
}
