import type { Resource, Store } from './store';
import { fields, notFound, ok, type Exception } from './wire';

// Cloud Run has a Kubernetes-style API: https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services
const READY = { conditions: [{ type: 'Ready', status: 'True' }] };

interface NewRevision {
  readonly service: string;
  readonly revision: string;
  readonly generation: number;
  readonly env: readonly object[];
  /** Settings of the revision that only Cloud Run has. */
  readonly annotations?: object;
}

/** Adds a revision that receives all traffic. */
export function addRevision(
  store: Store,
  { service, revision, generation, env, annotations = {} }: NewRevision,
): void {
  const spec = { containers: [{ image: 'i', env }] };
  store.put(`knative/revisions/${revision}`, {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Revision',
    metadata: {
      name: revision,
      namespace: 'telepay-test',
      labels: { 'serving.knative.dev/service': service },
      creationTimestamp: `2026-11-24T10:00:0${generation}.000000Z`,
    },
    spec,
    status: READY,
  });
  const traffic = [{ latestRevision: true, percent: 100 }];
  store.put(`knative/services/${service}`, {
    apiVersion: 'serving.knative.dev/v1',
    kind: 'Service',
    metadata: { name: service, namespace: 'telepay-test', generation, labels: {}, annotations: {} },
    spec: { template: { metadata: { name: revision, annotations }, spec }, traffic },
    status: {
      ...READY,
      observedGeneration: generation,
      latestReadyRevisionName: revision,
      latestCreatedRevisionName: revision,
      url: `https://${service}.run.app`,
      traffic: [{ revisionName: revision, latestRevision: true, percent: 100 }],
    },
  });
}

/** How often a service was changed. Each change of its template makes a revision. */
export const generationOf = (store: Store, service: string): number =>
  Number(fields(store.get(`knative/services/${service}`)?.['metadata'])['generation'] ?? 0);

const envOf = (service: Resource): readonly object[] => {
  const template = fields(fields(service['spec'])['template']);
  const [container] = (fields(template['spec'])['containers'] ?? []) as { env?: readonly object[] }[];
  return container?.env ?? [];
};

const THROTTLING = 'run.googleapis.com/cpu-throttling';

/** The settings of a service's next revision. */
const annotationsOf = (service: Resource): Readonly<Record<string, unknown>> =>
  fields(fields(fields(fields(service['spec'])['template'])['metadata'])['annotations']);

const label = (resource: Resource): unknown =>
  fields(fields(resource['metadata'])['labels'])['serving.knative.dev/service'];

const API = /^(?:[a-z0-9-]+-)?run\.fake\/apis\/serving\.knative\.dev\/v1\/namespaces\/[^/]+/.source;

export const cloudRun: readonly Exception[] = [
  [
    'GET',
    new RegExp(`${API}/(revisions|services)$`),
    ({ store }, { url }, [kind = '']) => {
      const service = /serving\.knative\.dev\/service ?= ?([\w-]+)/.exec(
        url.searchParams.get('labelSelector') ?? '',
      )?.[1];
      const items = store.list(`knative/${kind}`).filter((one) => !service || label(one) === service);
      return ok({ kind: 'List', apiVersion: 'serving.knative.dev/v1', items, metadata: {} });
    },
  ],
  [
    'GET',
    new RegExp(`${API}/(revisions|services)/([^/]+)$`),
    ({ store }, _call, [kind = '', name = '']) => {
      const found = store.get(`knative/${kind}/${name}`);
      return found === undefined ? notFound(name) : ok(found);
    },
  ],
  [
    'PUT',
    new RegExp(`${API}/services/([^/]+)$`),
    ({ store }, { body }, [name = '']) => {
      const found = store.get(`knative/services/${name}`);
      if (found === undefined) return notFound(name);
      const spec = fields(fields(body)['spec']);
      const annotations = annotationsOf(fields(body));
      if (annotations[THROTTLING] !== annotationsOf(found)[THROTTLING]) {
        const generation = generationOf(store, name) + 1;
        addRevision(store, {
          service: name,
          revision: `${name}-0000${generation}-run`,
          generation,
          env: envOf(found),
          annotations: { [THROTTLING]: annotations[THROTTLING] },
        });
        const renewed = store.get(`knative/services/${name}`) ?? found;
        const kept = fields(fields(fields(body)['metadata'])['annotations']);
        const metadata = { ...fields(renewed['metadata']), annotations: kept };
        return ok(store.put(`knative/services/${name}`, { ...renewed, metadata }));
      }
      const status = { ...fields(found['status']), traffic: spec['traffic'] };
      return ok(store.put(`knative/services/${name}`, { ...found, ...fields(body), spec, status }));
    },
  ],
];
