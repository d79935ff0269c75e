import type { Installation } from '../installation';
import type { Alarm } from '../../../shared/domain/operations/alarms';
import { inPromql, RUN, whileTrue } from './conditions';
import { metricType } from './log-metrics';
import type { AlertPolicy } from './policy';

/** Every alarm that the worker raises. It says so each minute; nothing in five minutes means that it is over. */
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

/** The alarm that watches the watcher: without looks, no alarm is ever raised. */
export function nobodyLooks(installation: Installation): AlertPolicy {
  const observed = inPromql(metricType(installation, 'statusObserved'));
  return {
    id: 'nobody_looks',
    title: 'Nobody has looked for 10 minutes',
    severity: 'CRITICAL',
    meaning:
      'The worker has not logged `status.observed`, which it does each minute. Nothing is delivered, nobody is let in or removed, and no other alarm can be raised.',
    remedy:
      'Look at the scheduler job (is it paused, what did its last call answer), then at the errors of `worker`, then at the database.',
    // Nothing in five minutes, for five minutes: so it is silent while a first deploy has not yet run for so long.
    condition: whileTrue(`(sum(increase(${observed}{${RUN}}[5m])) or vector(0)) < 1`, 300),
  };
}
