import { stringify } from 'yaml';
import { ALARMS } from '../../shared/domain/operations/alarms';
import { alarmPolicies, nobodyLooks, SILENT_SECONDS } from '../deploy/monitoring/alarm-policies';
import { exampleInstallation } from './example-installation';

const HEAD = `# What Prometheus alerts about outside Google: docs/self-hosting.md#know-when-it-breaks. Written by npm run docs from
# shared/domain/operations/alarms.ts. Each alert has its entry in infra/README.md#alerts.
`;

/** The worker is silent, or `/status` can't be read: then no other alert can be trusted. */
const LOOK = 'telepay_last_look_age_seconds';
const SILENCE = {
  expr: `${LOOK} > ${SILENT_SECONDS} or absent(${LOOK})`,
  // As long again, so that it stays off while the first look is made.
  for: `${SILENT_SECONDS}s`,
};

/** The alerts that any installation has, in Prometheus' format: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export function prometheusRules(): string {
  const policies = [
    { ...SILENCE, ...nobodyLooks(exampleInstallation) },
    ...alarmPolicies(exampleInstallation, ALARMS).map((policy) => ({
      expr: `telepay_alarm{alarm="${policy.id}"} == 1`,
      ...policy,
    })),
  ];
  const rules = policies.map(({ id, title, severity, meaning, remedy, ...when }) => ({
    alert: id,
    expr: when.expr,
    ...('for' in when && { for: when.for }),
    labels: { severity: severity.toLowerCase() },
    annotations: { summary: title, description: meaning, remedy, runbook: `infra/README.md#${id}` },
  }));
  return HEAD + stringify({ groups: [{ name: 'telepay', rules }] }, { singleQuote: true, lineWidth: 0 });
}
