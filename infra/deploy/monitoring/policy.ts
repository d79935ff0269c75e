import type { Installation } from '../installation';
import type { Condition } from './conditions';
import type { Json } from '../definition';

/** The condition of an alert, and its text. */
export interface AlertPolicy {
  /** The name, unique in this installation: `alarm_outbox_age`. */
  readonly id: string;
  readonly title: string;
  readonly severity: 'CRITICAL' | 'ERROR' | 'WARNING';
  readonly meaning: string;
  readonly remedy: string;
  readonly condition: Condition;
}

/** A policy in Google's format, without the channels that it notifies. */
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
  // Google closes an incident after half an hour even if it never saw its end, so that the next one sends an alert.
  alertStrategy: { autoClose: '1800s' },
});
