import { TARGETS } from '../../../functions/variables';
import { gcloud, type Command } from '../command';
import { digestOf } from '../definition';
import { at, lastPart, named, type Found, type Google } from '../google';
import { PATHS, type Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { LIMITED, limitByAddress, policyName } from './cloud-armor';

const API = 'compute.googleapis.com';

/** The functions behind the domain. Only Google's scheduler and the other functions call the worker. */
export const PUBLIC = TARGETS.filter((target) => PATHS[target].length > 0);

/** The name depends on the domain, because a certificate can never change its domain. */
export const certificateName = ({ settings }: Installation): string =>
  `${settings.name}-${digestOf({ domain: settings.domain }).slice(0, 8)}`;

/** The versions of TLS and the ciphers that the domain accepts. */
function tlsPolicy(name: string, found: Found | undefined): Resource {
  const wanted = { profile: 'MODERN', 'least TLS': 'TLS_1_2' };
  const verb = (word: string) =>
    gcloud([
      'compute',
      'ssl-policies',
      word,
      name,
      '--global',
      `--profile=${wanted.profile}`,
      '--min-tls-version=1.2',
    ]);
  return {
    title: `TLS policy ${name}`,
    wanted,
    found: found && { profile: at(found, 'profile'), 'least TLS': at(found, 'minTlsVersion') },
    create: [verb('create')],
    update: () => [verb('update')],
  };
}

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
    tlsPolicy(name, named(tlsPolicies, name)),
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

/** A network endpoint group, which has the same name in each region. */
interface Place {
  readonly region: string;
  readonly group: string;
}

const placeOf = (url: string): Place => ({
  region: /\/regions\/([^/]+)\//.exec(url)?.[1] ?? '',
  group: lastPart(url),
});

const inWords = ({ region, group }: Place): string => `${group} in ${region}`;

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
    const groups = ((found?.['backends'] ?? []) as readonly Backend[]).map(({ group }) => placeOf(group));
    const ours: Place = { region: settings.region, group: name };
    const limits = LIMITED.includes(target) ? policyName(installation) : '';
    const move = (how: 'add-backend' | 'remove-backend', { region, group }: Place) =>
      verb(name, how, `--network-endpoint-group=${group}`, `--network-endpoint-group-region=${region}`);
    const isOurs = (place: Place) => inWords(place) === inWords(ours);
    const setLimits = verb(name, 'update', `--security-policy=${limits}`);
    return {
      title: `backend ${name}`,
      // Cloud Armor needs logging to record the callers that it refuses.
      wanted: { group: inWords(ours), limits, logs: 'true' },
      found: found && {
        group: groups.map(inWords).join(', '),
        limits: lastPart(at(found, 'securityPolicy')),
        logs: at(found, 'logConfig', 'enable'),
      },
      create: [
        verb(name, 'create', '--load-balancing-scheme=EXTERNAL_MANAGED', '--enable-logging'),
        move('add-backend', ours),
        ...(limits === '' ? [] : [setLimits]),
      ],
      update: (differing) => [
        ...(groups.some(isOurs) ? [] : [move('add-backend', ours)]),
        // Of the region that the installation left.
        ...groups.filter((place) => !isOurs(place)).map((place) => move('remove-backend', place)),
        ...(differing.includes('limits') ? [setLimits] : []),
        ...(differing.includes('logs') ? [verb(name, 'update', '--enable-logging')] : []),
      ],
    };
  });
}
