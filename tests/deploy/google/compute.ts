import type { Resource } from './store';
import { fields, notFound, ok, type Answer, type Exception, type GoogleWorld } from './wire';

const BASE = 'http://compute.fake/compute/v1/';

/** Every change in Compute Engine is an operation, which completes at once here. */
function done(target: string, type: string) {
  const [scope = ''] = /^projects\/[^/]+\/(?:global|regions\/[^/]+)/.exec(target) ?? [];
  return ok({
    kind: 'compute#operation',
    name: 'operation-done',
    operationType: type,
    status: 'DONE',
    progress: 100,
    targetLink: `${BASE}${target}`,
    selfLink: `${BASE}${scope}/operations/operation-done`,
    ...(scope.includes('/regions/') && { region: `${BASE}${scope}` }),
  });
}

/** The fields that Google adds to a new resource. */
const ADDED: Readonly<Record<string, (resource: Resource) => Resource>> = {
  addresses: () => ({ address: '203.0.113.80', status: 'RESERVED' }),
  sslCertificates: ({ managed }) => ({ managed: { ...fields(managed), status: 'PROVISIONING' } }),
  securityPolicies: () => ({
    rules: [
      {
        priority: 2147483647,
        action: 'allow',
        description: 'default rule',
        match: { versionedExpr: 'SRC_IPS_V1', config: { srcIpRanges: ['*'] } },
      },
    ],
  }),
};

const insert: Answer = ({ store }, { body }, [collection = '']) => {
  const given = fields(body);
  const name = `${collection}/${String(given['name'])}`;
  const added = ADDED[collection.slice(collection.lastIndexOf('/') + 1)]?.(given) ?? {};
  const [region] = /^projects\/[^/]+\/regions\/[^/]+/.exec(name) ?? [];
  const always = {
    fingerprint: 'AAAA',
    selfLink: `${BASE}${name}`,
    ...(region && { region: `${BASE}${region}` }),
  };
  store.put(name, { ...given, ...added, ...always });
  return done(name, 'insert');
};

const patch: Answer = ({ store }, { body }, [name = '']) => {
  const found = store.get(name);
  if (found === undefined) return notFound(name);
  store.put(name, { ...found, ...fields(body), name: found['name'] });
  return done(name, 'patch');
};

const list: Answer = ({ store }, _call, [collection = '']) => ok({ items: store.list(collection) });

/** Lists global and regional resources in one answer. */
const aggregated: Answer = ({ store, project }, _call, [kind = '']) =>
  ok({
    items: Object.fromEntries(
      ['global', 'regions/europe-west1'].map((scope) => [
        scope,
        { [kind]: store.list(`projects/${project}/${scope}/${kind}`) },
      ]),
    ),
  });

const changeRules =
  (change: (rules: Resource[], rule: Resource, priority: string | null) => Resource[]): Answer =>
  ({ store }, { body, url }, [name = '']) => {
    const found = store.get(name);
    if (found === undefined) return notFound(name);
    const rules = change(found['rules'] as Resource[], fields(body), url.searchParams.get('priority'));
    store.put(name, { ...found, rules });
    return done(name, 'patch');
  };

const setReference =
  (field: string): Answer =>
  ({ store }, { body }, [name = '']) => {
    const found = store.get(name);
    if (found === undefined) return notFound(name);
    store.put(name, { ...found, [field]: Object.values(fields(body))[0] });
    return done(name, 'set');
  };

function one({ store }: GoogleWorld, name: string) {
  const found = store.get(name);
  return found === undefined ? notFound(name) : ok(found);
}

const GLOBAL = '(projects/[^/]+/(?:global|regions/[^/]+)/[^/]+';
const at = (path: string) => new RegExp(`^compute\\.fake/compute/v1/${path}$`);

export const compute: readonly Exception[] = [
  ['GET', at('.+/operations/[^/]+'), () => done('projects/p/global/x/y', 'insert')],
  ['POST', at('.+/operations/[^/]+/wait'), () => done('projects/p/global/x/y', 'insert')],
  ['GET', at('projects/[^/]+/aggregated/([^/]+)'), aggregated],
  ['POST', at(`${GLOBAL}/[^/]+)/addRule`), changeRules((rules, rule) => [...rules, rule])],
  [
    'POST',
    at(`${GLOBAL}/[^/]+)/patchRule`),
    changeRules((rules, rule, priority) =>
      rules.map((old) => (String(old['priority']) === priority ? { ...old, ...rule } : old)),
    ),
  ],
  ['POST', at(`${GLOBAL}/[^/]+)/setSecurityPolicy`), setReference('securityPolicy')],
  ['POST', at(`${GLOBAL}/[^/]+)/setSslCertificates`), setReference('sslCertificates')],
  ['POST', at(`${GLOBAL}/[^/]+)/setUrlMap`), setReference('urlMap')],
  ['POST', at(`${GLOBAL})`), insert],
  ['PATCH', at(`${GLOBAL}/[^/]+)`), patch],
  ['PUT', at(`${GLOBAL}/[^/]+)`), patch],
  ['GET', at(`${GLOBAL})`), list],
  ['GET', at(`${GLOBAL}/[^/]+)`), (world, _call, [name = '']) => one(world, name)],
];
