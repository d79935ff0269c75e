import { gcloud, json, STDIN } from '../command';
import { at, type Found, type Google } from '../google';
import type { Installation } from '../installation';
import { digestOf } from '../definition';
import { dashboardJson } from '../monitoring/dashboard';
import { logMetrics } from '../monitoring/log-metrics';
import type { Resource } from '../resource';

const UPTIME = { periodMinutes: 1, timeoutSeconds: 10, status: 200 };

const codesOf = (found: Found): string =>
  (
    (found['httpCheck'] as { acceptedResponseStatusCodes?: Found[] } | undefined)
      ?.acceptedResponseStatusCodes ?? []
  )
    .map((code) => at(code, 'statusValue') || at(code, 'statusClass'))
    .join(',');

/** Calls `/health` at its public address each minute, from all over the world. */
export async function uptimeCheck(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings } = installation;
  const { host } = new URL(installation.publicUrl('health'));
  // Google stores no label for a check that gcloud creates, so the name identifies the installation.
  const name = `${settings.name}: /health`;
  const all = await google.list('monitoring.googleapis.com', 'monitoring', 'uptime', 'list-configs');
  const found = all.find((one) => at(one, 'displayName') === name);
  const flags = [
    '--path=/health',
    '--port=443',
    '--validate-ssl=true',
    `--period=${UPTIME.periodMinutes}`,
    `--timeout=${UPTIME.timeoutSeconds}`,
  ];
  const create = gcloud([
    'monitoring',
    'uptime',
    'create',
    name,
    '--resource-type=uptime-url',
    `--resource-labels=host=${host},project_id=${settings.project}`,
    '--protocol=https',
    ...flags,
    `--status-codes=${UPTIME.status}`,
  ]);
  const id = found ? at(found, 'name') : '';
  const update = gcloud([
    'monitoring',
    'uptime',
    'update',
    id,
    ...flags,
    `--set-status-codes=${UPTIME.status}`,
  ]);
  return [
    {
      title: `uptime check ${name}`,
      wanted: {
        host,
        path: '/health',
        port: '443',
        https: 'true',
        'certificate checked': 'true',
        status: String(UPTIME.status),
        period: `${60 * UPTIME.periodMinutes}s`,
        timeout: `${UPTIME.timeoutSeconds}s`,
      },
      found: found && {
        host: at(found, 'monitoredResource', 'labels', 'host'),
        path: at(found, 'httpCheck', 'path'),
        port: at(found, 'httpCheck', 'port'),
        https: at(found, 'httpCheck', 'useSsl'),
        'certificate checked': at(found, 'httpCheck', 'validateSsl'),
        status: codesOf(found),
        period: at(found, 'period'),
        timeout: at(found, 'timeout'),
      },
      create: [create],
      // The host and the protocol of a check cannot change.
      update: (differing) =>
        differing.includes('host') || differing.includes('https')
          ? [gcloud(['monitoring', 'uptime', 'delete', id]), create]
          : [update],
    },
  ];
}

/** Reads the digest at the end of a metric's description. It is there because a metric has no labels. */
const digestIn = (found: Found): string => /\[([0-9a-f]{16})\]$/.exec(at(found, 'description'))?.[1] ?? '';

/** The metrics that Cloud Logging derives from our log lines. */
export async function logBasedMetrics(installation: Installation, google: Google): Promise<Resource[]> {
  const all = await google.list('logging.googleapis.com', 'logging', 'metrics', 'list');
  return logMetrics(installation).map(({ name, definition }) => {
    const found = all.find((one) => at(one, 'name') === name);
    const digest = digestOf(definition);
    const input = json({ ...definition, description: `${at(definition, 'description')} [${digest}]` });
    const save = (verb: string) =>
      gcloud(['logging', 'metrics', verb, name, `--config-from-file=${STDIN}`], input);
    return {
      title: `log-based metric ${name}`,
      wanted: { definition: digest, filter: at(definition, 'filter') },
      found: found && { definition: digestIn(found), filter: at(found, 'filter') },
      create: [save('create')],
      update: () => [save('update')],
    };
  });
}

export async function dashboard(installation: Installation, google: Google): Promise<Resource[]> {
  const { name } = installation.settings;
  const all = await google.list('monitoring.googleapis.com', 'monitoring', 'dashboards', 'list');
  const found = all.find((one) => at(one, 'labels', 'installation') === name);
  const definition = dashboardJson(installation);
  const digest = digestOf(definition);
  const labelled = { ...definition, labels: { installation: name, definition: digest } };
  const save = (words: readonly string[], etag?: string) =>
    gcloud(
      ['monitoring', 'dashboards', ...words, `--config-from-file=${STDIN}`],
      json({ ...labelled, ...(etag && { etag }) }),
    );
  return [
    {
      title: `dashboard ${name}`,
      wanted: { definition: digest },
      found: found && { definition: at(found, 'labels', 'definition') },
      create: [save(['create'])],
      // Google needs the etag, and refuses the change if the dashboard changed since it was read.
      update: () => [save(['update', at(found, 'name')], at(found, 'etag'))],
    },
  ];
}
