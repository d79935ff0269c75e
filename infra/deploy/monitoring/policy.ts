import { LOOKED_UP } from '../command';
import type { Installation } from '../installation';
import type { Condition } from './conditions';
import type { Json } from '../definition';

/** The condition of an alert, and its text. */
export interface AlertPolicy {
  /** The name, unique in this installation: `outbox_age`. It is also the heading of its entry in the runbook. */
  readonly id: string;
  /** When it is on. */
  readonly title: string;
  readonly severity: 'CRITICAL' | 'ERROR' | 'WARNING';
  readonly meaning: string;
  readonly remedy: string;
  /** More for the runbook, in Markdown: a query, or how to tell causes apart. */
  readonly details?: string;
  readonly condition: Condition;
}

/** The file with an entry for each alert. */
const RUNBOOK = 'infra/README.md';

/** How often an open incident that people must act on at once is repeated. Google allows 30 minutes to 24 hours. */
const REPEAT_SECONDS = 3_600;

/** The address of a file in the repository. An address that names no branch means the default one. */
function addressOf(repositoryUrl: string, file: string): string {
  const root = repositoryUrl.replace(/(\.git)?\/*$/, '');
  return `${/\/(blob|src|tree)\//.test(root) ? root : `${root}/blob/HEAD`}/${file}`;
}

/** The address of an alert's entry in the runbook; `undefined` without `repository_url`. */
const entryOf = ({ settings }: Installation, { id }: AlertPolicy): string | undefined =>
  settings.repository_url && `${addressOf(settings.repository_url, RUNBOOK)}#${id}`;

/**
 * A policy in Google's format: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies. If it
 * notifies, `LOOKED_UP` stands for the channels.
 */
export function policyJson(installation: Installation, policy: AlertPolicy, isNotifying: boolean): Json {
  const { id, title, severity, meaning, remedy, condition } = policy;
  const url = entryOf(installation, policy);
  const repeated = { notificationChannelNames: [LOOKED_UP], renotifyInterval: `${REPEAT_SECONDS}s` };
  return {
    displayName: `${installation.settings.name}: ${id}: ${title}`,
    severity,
    combiner: 'OR',
    enabled: true,
    conditions: [{ displayName: title, ...condition }],
    documentation: {
      mimeType: 'text/markdown',
      content: [
        meaning,
        `**What to do:** ${remedy}`,
        url === undefined ? `Runbook: ${RUNBOOK}, heading \`${id}\`` : `[Runbook: ${id}](${url})`,
      ].join('\n\n'),
      ...(url !== undefined && { links: [{ displayName: `Runbook: ${id}`, url }] }),
    },
    ...(isNotifying && { notificationChannels: [LOOKED_UP] }),
    alertStrategy: {
      // Google closes an incident after half an hour even if it never saw its end, so that the next one sends an alert.
      autoClose: '1800s',
      ...(isNotifying && severity === 'CRITICAL' && { notificationChannelStrategy: [repeated] }),
    },
  };
}
