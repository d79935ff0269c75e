import { gcloud, json } from '../command';
import { digestOf, type Json } from '../definition';
import { at, lastPart, named, type Found, type Google } from '../google';
import { PATHS, type Installation } from '../installation';
import type { Resource, Shape } from '../resource';
import { PUBLIC } from './load-balancer';

const API = 'compute.googleapis.com';

/** The map that redirects http to https. */
export const redirectName = ({ settings }: Installation): string => `${settings.name}-http`;

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

interface Routes {
  readonly hostRules?: readonly { readonly hosts?: readonly string[] }[];
  readonly pathMatchers?: readonly {
    readonly defaultService?: string;
    readonly pathRules?: readonly { readonly paths: readonly string[]; readonly service: string }[];
  }[];
}

/** Where a map leads, in a form that is the same for our definition and for Google's. */
function leadsTo(map: Json | Found): Shape {
  const { hostRules = [], pathMatchers = [] } = map as Routes;
  const rules = pathMatchers.flatMap(({ pathRules = [] }) => pathRules);
  const redirect = (field: string) => at(map, 'defaultUrlRedirect', field);
  return {
    hosts: hostRules.flatMap(({ hosts = [] }) => hosts).join(' '),
    paths: rules
      .map(({ paths, service }) => `${paths.join(' ')}: ${lastPart(service)}`)
      .sort()
      .join(', '),
    'other paths': pathMatchers.map(({ defaultService = '' }) => lastPart(defaultService)).join(' '),
    'other hosts': lastPart(at(map, 'defaultService')),
    redirect: ['httpsRedirect', 'redirectResponseCode', 'stripQuery'].map(redirect).join(' ').trim(),
  };
}

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
    wanted: { definition: digest, ...leadsTo(definition) },
    found: found && { definition: at(found, 'description'), ...leadsTo(found) },
    create: [importMap],
    update: () => [importMap],
  };
}

export async function balancerPaths(installation: Installation, google: Google): Promise<Resource[]> {
  if (installation.settings.domain === undefined) return [];
  const all = await google.list(API, 'compute', 'url-maps', 'list', '--global');
  return [urlMap(all, routesOf(installation)), urlMap(all, redirectOf(installation))];
}
