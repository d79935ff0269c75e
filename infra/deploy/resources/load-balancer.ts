import { gcloud, type Command } from '../command';
import { digestOf } from '../definition';
import { at, lastPart, named, type Google } from '../google';
import { PATHS, TARGETS, type Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { LIMITED, limitByAddress, policyName } from './cloud-armor';

const API = 'compute.googleapis.com';

/** The functions behind the domain. Only Google's scheduler and the other functions call the worker. */
export const PUBLIC = TARGETS.filter((target) => PATHS[target].length > 0);

/** The name depends on the domain, because a certificate can never change its domain. */
export const certificateName = ({ settings }: Installation): string =>
  `${settings.name}-${digestOf({ domain: settings.domain }).slice(0, 8)}`;

/** The parts that the later stages need; nothing without a domain. */
export async function balancerParts(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, service } = installation;
  const { name, region, domain } = settings;
  if (domain === undefined) return [];
  const [addresses, certificates, groups, tlsPolicies] = await Promise.all([
    google.list(API, 'compute', 'addresses', 'list', '--global'),
    google.list(API, 'compute', 'ssl-certificates', 'list', '--global'),
    google.list(API, 'compute', 'network-endpoint-groups', 'list', `--regions=${region}`),
    google.list(API, 'compute', 'ssl-policies', 'list', '--global'),
  ]);
  const certificate = certificateName(installation);
  return [
    existing(`address ${name}`, named(addresses, name) !== undefined, [
      gcloud(['compute', 'addresses', 'create', name, '--global', '--ip-version=IPV4']),
    ]),
    existing(`certificate for ${domain}`, named(certificates, certificate) !== undefined, [
      gcloud(['compute', 'ssl-certificates', 'create', certificate, '--global', `--domains=${domain}`]),
    ]),
    existing(`TLS policy ${name}`, named(tlsPolicies, name) !== undefined, [
      gcloud([
        'compute',
        'ssl-policies',
        'create',
        name,
        '--global',
        '--profile=MODERN',
        '--min-tls-version=1.2',
      ]),
    ]),
    ...PUBLIC.map(service).map((run) =>
      existing(`network endpoint group ${run}`, named(groups, run) !== undefined, [
        gcloud([
          'compute',
          'network-endpoint-groups',
          'create',
          run,
          `--region=${region}`,
          '--network-endpoint-type=serverless',
          `--cloud-run-service=${run}`,
        ]),
      ]),
    ),
    await limitByAddress(installation, google),
  ];
}

interface Backend {
  readonly group: string;
}

/** One backend for each function, so that each can have its own limits. */
export async function balancerBackends(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings, service } = installation;
  if (settings.domain === undefined) return [];
  const all = await google.list(API, 'compute', 'backend-services', 'list', '--global');
  const verb = (name: string, ...args: readonly string[]): Command =>
    gcloud(['compute', 'backend-services', ...args.slice(0, 1), name, '--global', ...args.slice(1)]);
  return PUBLIC.map((target) => {
    const name = service(target);
    const found = named(all, name);
    const groups = ((found?.['backends'] ?? []) as readonly Backend[]).map(({ group }) => lastPart(group));
    const limits = LIMITED.includes(target) ? policyName(installation) : '';
    const addGroup = verb(
      name,
      'add-backend',
      `--network-endpoint-group=${name}`,
      `--network-endpoint-group-region=${settings.region}`,
    );
    const setLimits = verb(name, 'update', `--security-policy=${limits}`);
    return {
      title: `backend ${name}`,
      wanted: { group: name, limits },
      found: found && { group: groups.join(' '), limits: lastPart(at(found, 'securityPolicy')) },
      create: [
        // Cloud Armor needs logging to record the callers that it refuses.
        verb(name, 'create', '--load-balancing-scheme=EXTERNAL_MANAGED', '--enable-logging'),
        addGroup,
        ...(limits === '' ? [] : [setLimits]),
      ],
      update: (differing) => [
        ...(differing.includes('group') ? [addGroup] : []),
        ...(differing.includes('limits') ? [setLimits] : []),
      ],
    };
  });
}
