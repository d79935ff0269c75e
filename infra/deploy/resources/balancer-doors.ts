import { gcloud, json } from '../command';
import { at, lastPart, named, type Found, type Google } from '../google';
import { PATHS, type Installation } from '../installation';
import { digestOf, type Json } from '../definition';
import { existing, type Resource } from '../resource';
import { certificateName, PUBLIC } from './load-balancer';

const API = 'compute.googleapis.com';

const redirectName = ({ settings }: Installation): string => `${settings.name}-http`;

/** Which path leads to which function. Whatever else is asked for, `health` answers 404: it is the cheapest to ask. */
function routesOf({ settings, service }: Installation): Json {
  const backend = (name: string) =>
    `https://www.googleapis.com/compute/v1/projects/${settings.project}/global/backendServices/${name}`;
  const nowhere = backend(service('health'));
  return {
    name: settings.name,
    defaultService: nowhere,
    hostRules: [{ hosts: [settings.domain], pathMatcher: 'functions' }],
    pathMatchers: [
      {
        name: 'functions',
        defaultService: nowhere,
        pathRules: PUBLIC.map((target) => ({ paths: PATHS[target], service: backend(service(target)) })),
      },
    ],
  };
}

/** Who asks by http is sent to https. */
const redirectOf = (installation: Installation): Json => ({
  name: redirectName(installation),
  defaultUrlRedirect: {
    httpsRedirect: true,
    redirectResponseCode: 'MOVED_PERMANENTLY_DEFAULT',
    stripQuery: false,
  },
});

/** A map has no labels, so its description is the digest. */
function urlMap(all: readonly Found[], definition: Json): Resource {
  const name = at(definition, 'name');
  const digest = digestOf(definition);
  const found = named(all, name);
  const make = gcloud(
    ['compute', 'url-maps', 'import', name, '--global'],
    json({ ...definition, description: digest }),
  );
  return {
    title: `URL map ${name}`,
    wanted: { definition: digest },
    found: found && { definition: at(found, 'description') },
    create: [make],
    update: () => [make],
  };
}

export async function balancerPaths(installation: Installation, google: Google): Promise<Resource[]> {
  if (installation.settings.domain === undefined) return [];
  const all = await google.list(API, 'compute', 'url-maps', 'list', '--global');
  return [urlMap(all, routesOf(installation)), urlMap(all, redirectOf(installation))];
}

export async function balancerProxies(installation: Installation, google: Google): Promise<Resource[]> {
  const { settings } = installation;
  const { name } = settings;
  if (settings.domain === undefined) return [];
  const [https, http] = await Promise.all([
    google.list(API, 'compute', 'target-https-proxies', 'list', '--global'),
    google.list(API, 'compute', 'target-http-proxies', 'list', '--global'),
  ]);
  const found = named(https, name);
  const certificate = certificateName(installation);
  const verb = (word: string) =>
    gcloud([
      'compute',
      'target-https-proxies',
      word,
      name,
      '--global',
      `--url-map=${name}`,
      '--global-url-map',
      `--ssl-certificates=${certificate}`,
      '--global-ssl-certificates',
      `--ssl-policy=${name}`,
    ]);
  const certificates = ((found?.['sslCertificates'] ?? []) as readonly string[]).map(lastPart);
  return [
    {
      title: `https proxy ${name}`,
      wanted: { certificate },
      found: found && { certificate: certificates.join(' ') },
      create: [verb('create')],
      update: () => [verb('update')],
    },
    existing(`http proxy ${name}`, named(http, name) !== undefined, [
      gcloud([
        'compute',
        'target-http-proxies',
        'create',
        name,
        '--global',
        `--url-map=${redirectName(installation)}`,
        '--global-url-map',
      ]),
    ]),
  ];
}

export async function balancerDoors(installation: Installation, google: Google): Promise<Resource[]> {
  const { name, domain } = installation.settings;
  if (domain === undefined) return [];
  const all = await google.list(API, 'compute', 'forwarding-rules', 'list', '--global');
  return [
    { scheme: 'https', port: 443 },
    { scheme: 'http', port: 80 },
  ].map(({ scheme, port }) =>
    existing(`door ${name}-${scheme}`, named(all, `${name}-${scheme}`) !== undefined, [
      gcloud([
        'compute',
        'forwarding-rules',
        'create',
        `${name}-${scheme}`,
        '--global',
        '--load-balancing-scheme=EXTERNAL_MANAGED',
        `--address=${name}`,
        `--target-${scheme}-proxy=${name}`,
        `--ports=${port}`,
      ]),
    ]),
  );
}

/** What only the owner of the domain can do: Google makes the certificate when it is done, and not before. */
export async function askForDnsRecord(installation: Installation, google: Google): Promise<string[]> {
  const { name, domain } = installation.settings;
  if (domain === undefined) return [];
  const [addresses, certificates] = await Promise.all([
    google.list(API, 'compute', 'addresses', 'list', '--global'),
    google.list(API, 'compute', 'ssl-certificates', 'list', '--global'),
  ]);
  const status = at(named(certificates, certificateName(installation)), 'managed', 'status');
  if (status === 'ACTIVE') return [];
  return [
    `Set this record where ${domain} is kept:  ${domain}.  A  ${at(named(addresses, name), 'address')}`,
    `https://${domain} answers once Google has made its certificate (${status || 'not asked for yet'}), up to an hour after that.`,
  ];
}
