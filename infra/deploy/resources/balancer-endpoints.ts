import { gcloud } from '../command';
import { at, lastPart, named, type Google } from '../google';
import type { Installation } from '../installation';
import { existing, type Resource } from '../resource';
import { redirectName } from './balancer-paths';
import { certificateName } from './load-balancer';

const API = 'compute.googleapis.com';

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
  const foundHttp = named(http, name);
  const httpVerb = (word: string) =>
    gcloud([
      'compute',
      'target-http-proxies',
      word,
      name,
      '--global',
      `--url-map=${redirectName(installation)}`,
      '--global-url-map',
    ]);
  return [
    {
      title: `https proxy ${name}`,
      wanted: { certificate, paths: name, TLS: name },
      found: found && {
        certificate: certificates.join(' '),
        paths: lastPart(at(found, 'urlMap')),
        TLS: lastPart(at(found, 'sslPolicy')),
      },
      create: [verb('create')],
      update: () => [verb('update')],
    },
    {
      title: `http proxy ${name}`,
      wanted: { paths: redirectName(installation) },
      found: foundHttp && { paths: lastPart(at(foundHttp, 'urlMap')) },
      create: [httpVerb('create')],
      update: () => [httpVerb('update')],
    },
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
