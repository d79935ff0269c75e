import { gcloud, json } from '../command';
import { at, lastPart, named, type Found, type Google } from '../google';
import { PATHS, type Installation } from '../installation';
import { digestOf, type Json } from '../definition';
import { existing, type Resource } from '../resource';
import { certificateName, PUBLIC } from './load-balancer';

const API = 'compute.googleapis.com';

const redirectName = ({ settings }: Installation): string => `${settings.name}-http`;

/** Which path leads to which function. Every other path goes to `health`, the cheapest function to call, and gets a 404. */
function routesOf({ settings, service }: Installation): Json {
  const backend = (name: string) =>
    `https://www.googleapis.com/compute/v1/projects/${settings.project}/global/backendServices/${name}`;
  const fallback = backend(service('health'));
  return {
    name: settings.name,
    defaultService: fallback,
    hostRules: [{ hosts: [settings.domain], pathMatcher: 'functions' }],
    pathMatchers: [
      {
        name: 'functions',
        defaultService: fallback,
        pathRules: PUBLIC.map((target) => ({ paths: PATHS[target], service: backend(service(target)) })),
      },
    ],
  };
}

/** Redirects http to https. */
const redirectOf = (installation: Installation): Json => ({
  name: redirectName(installation),
  defaultUrlRedirect: {
    httpsRedirect: true,
    redirectResponseCode: 'MOVED_PERMANENTLY_DEFAULT',
    stripQuery: false,
  },
});

/** A URL map with the digest as its description, because a map has no labels. */
function urlMap(all: readonly Found[], definition: Json): Resource {
  const name = at(definition, 'name');
  const digest = digestOf(definition);
  const found = named(all, name);
  const importMap = gcloud(
    ['compute', 'url-maps', 'import', name, '--global'],
    json({ ...definition, description: digest }),
  );
  return {
    title: `URL map ${name}`,
    wanted: { definition: digest },
    found: found && { definition: at(found, 'description') },
    create: [importMap],
    update: () => [importMap],
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

export async function balancerEndpoints(installation: Installation, google: Google): Promise<Resource[]> {
  const { name, domain } = installation.settings;
  if (domain === undefined) return [];
  const all = await google.list(API, 'compute', 'forwarding-rules', 'list', '--global');
  return [
    { scheme: 'https', port: 443 },
    { scheme: 'http', port: 80 },
  ].map(({ scheme, port }) =>
    existing(`forwarding rule ${name}-${scheme}`, named(all, `${name}-${scheme}`) !== undefined, [
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

/** Asks for the DNS record, which only the owner of the domain can set. Google makes the certificate once it is there. */
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
    `Set this record at the DNS provider of ${domain}:  ${domain}.  A  ${at(named(addresses, name), 'address')}`,
    `https://${domain} answers once Google has made its certificate, up to an hour later (now: ${status || 'not requested yet'}).`,
  ];
}
