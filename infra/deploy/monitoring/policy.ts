import type { Installation } from '../installation';
import type { Condition } from './conditions';
import type { Json } from '../definition';

/** When somebody is told, and what they are told. */
export interface AlertPolicy {
  /** Its name among this installation's policies: `alarm_outbox_age`. */
  readonly id: string;
  readonly title: string;
  readonly severity: 'CRITICAL' | 'ERROR' | 'WARNING';
  readonly meaning: string;
  readonly remedy: string;
  readonly condition: Condition;
}

/** A policy as Google takes it, without whom it tells. */
export const policyJson = ({ settings }: Installation, policy: AlertPolicy): Json => ({
  displayName: `${settings.name}: ${policy.title}`,
  severity: policy.severity,
  combiner: 'OR',
  enabled: true,
  conditions: [{ displayName: policy.title, ...policy.condition }],
  documentation: {
    mimeType: 'text/markdown',
    content: [
      policy.meaning,
      `**What to do:** ${policy.remedy}`,
      `Runbook: infra/README.md, \`${policy.id.replace(/^alarm_/, '')}\``,
    ].join('\n\n'),
  },
  // An incident whose end was never seen is closed after half an hour, so that the next one is told of.
  alertStrategy: { autoClose: '1800s' },
});
