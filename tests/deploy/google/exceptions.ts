import { addRevision, cloudRun, generationOf } from './cloud-run';
import { compute } from './compute';
import { monitoring } from './monitoring';
import { scheduler } from './scheduler';
import { queues } from './queues';
import {
  fields,
  notFound,
  ok,
  operation,
  PROJECT_NUMBER,
  type Answer,
  type Exception,
  type GoogleWorld,
} from './wire';

const SQL = {
  kind: 'sql#operation',
  status: 'DONE',
  operationType: 'CREATE',
  name: 'operation-done',
  targetLink: '',
  targetProject: 'telepay-test',
};

/** A service account is named with its project or with `-`: https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts */
const policyName = ({ project }: GoogleWorld, name: string): string =>
  `policies/${name.replace('/projects/-/serviceAccounts/', `/projects/${project}/serviceAccounts/`)}`;
/** The policy of a resource, stored separately. Etags are base64. */
const policyOf = (world: GoogleWorld, name: string) =>
  world.store.get(policyName(world, name)) ?? { etag: 'BwY=', version: 1 };
const setPolicy: Answer = (world, { body }, [name = '']) =>
  ok(world.store.put(policyName(world, name), fields(fields(body)['policy'])));

const projects: readonly Exception[] = [
  [
    'GET',
    /^cloudresourcemanager\.fake\/v1\/projects\/[^/:]+$/,
    ({ project, projectNumber }) => ok({ projectId: project, projectNumber, lifecycleState: 'ACTIVE' }),
  ],
];

const policies: readonly Exception[] = [
  ['POST', /^([a-z0-9.-]+\/v\d\/.+):getIamPolicy$/, (world, _call, [name = '']) => ok(policyOf(world, name))],
  ['GET', /^([a-z0-9.-]+\/v\d\/.+):getIamPolicy$/, (world, _call, [name = '']) => ok(policyOf(world, name))],
  ['POST', /^([a-z0-9.-]+\/v\d\/.+):setIamPolicy$/, setPolicy],
];

const services: readonly Exception[] = [
  [
    'GET',
    /^serviceusage\.fake\/v1\/projects\/[^/]+\/(services\/[^/:]+)$/,
    ({ store }, _call, [name = '']) => ok(store.get(name) ?? { state: 'DISABLED' }),
  ],
  [
    'GET',
    /^serviceusage\.fake\/v1\/projects\/[^/]+\/services$/,
    ({ store }) => ok({ services: store.list('services') }),
  ],
  [
    'POST',
    /^serviceusage\.fake\/v1\/projects\/[^/]+\/services:batchEnable$/,
    ({ store }, { body }) => {
      for (const id of fields(body)['serviceIds'] as string[])
        store.put(`services/${id}`, {
          config: { name: id },
          name: `projects/1/services/${id}`,
          state: 'ENABLED',
        });
      return operation({});
    },
  ],
  [
    'POST',
    /^serviceusage\.fake\/v1\/projects\/[^/]+\/services\/([^/]+):enable$/,
    ({ store }, _call, [id = '']) => {
      store.put(`services/${id}`, {
        config: { name: id },
        name: `projects/1/services/${id}`,
        state: 'ENABLED',
      });
      return operation({});
    },
  ],
];

const accounts: readonly Exception[] = [
  [
    'POST',
    /^iam\.fake\/v1\/(projects\/([^/]+)\/serviceAccounts)$/,
    ({ store }, { body }, [collection = '', project = '']) => {
      const { accountId, serviceAccount } = fields(body);
      const email = `${String(accountId)}@${project}.iam.gserviceaccount.com`;
      const name = `${collection}/${email}`;
      return ok(store.put(name, { ...fields(serviceAccount), name, email, projectId: project }));
    },
  ],
  [
    'GET',
    /^iam\.fake\/v1\/(projects\/[^/]+\/serviceAccounts)$/,
    ({ store }, _call, [collection = '']) => ok({ accounts: store.list(collection) }),
  ],
];

const secrets: readonly Exception[] = [
  // A list shows no values.
  [
    'GET',
    /^secretmanager\.fake\/v1\/(projects\/[^/]+\/secrets\/[^/]+\/versions)$/,
    ({ store }, _call, [versions = '']) =>
      ok({ versions: store.list(versions).map((version) => ({ ...version, payload: undefined })) }),
  ],
  [
    'POST',
    /^secretmanager\.fake\/v1\/(projects\/[^/]+\/secrets\/[^/]+):addVersion$/,
    ({ store }, { body }, [secret = '']) => {
      if (store.get(secret) === undefined) return notFound(secret);
      const name = `${secret}/versions/${store.list(`${secret}/versions`).length + 1}`;
      const { payload } = fields(body);
      // The client sends a checksum with the value and expects a confirmation that it was checked.
      return ok(store.put(name, { name, state: 'ENABLED', payload, clientSpecifiedPayloadChecksum: true }));
    },
  ],
  [
    'GET',
    /^secretmanager\.fake\/v1\/(projects\/[^/]+\/secrets\/[^/]+)\/versions\/([^/]+):access$/,
    ({ store }, _call, [secret = '', version = '']) => {
      const all = store.list(`${secret}/versions`);
      const found = version === 'latest' ? all.at(-1) : store.get(`${secret}/versions/${version}`);
      return found === undefined ? notFound(secret) : ok({ name: found['name'], payload: found['payload'] });
    },
  ],
  [
    'POST',
    /^secretmanager\.fake\/v1\/(projects\/[^/]+\/secrets\/[^/]+\/versions\/[^/]+):(disable|enable|destroy)$/,
    ({ store }, _call, [name = '', verb = '']) => {
      const found = store.get(name);
      return found === undefined
        ? notFound(name)
        : ok(store.put(name, { ...found, state: `${verb.toUpperCase()}D`.replace('EED', 'ED') }));
    },
  ],
];

const sql: readonly Exception[] = [
  ['GET', /^sql\.fake\/sql\/v1beta4\/projects\/[^/]+\/operations\/.+$/, () => ok(SQL)],
  [
    'GET',
    /^sql\.fake\/sql\/v1beta4\/(projects\/[^/]+\/instances(?:\/[^/]+\/(?:databases|users|backupRuns))?)$/,
    ({ store }, _call, [collection = '']) => ok({ items: store.list(collection) }),
  ],
  [
    'GET',
    /^sql\.fake\/sql\/v1beta4\/(projects\/.+)$/,
    ({ store }, _call, [name = '']) => {
      const found = store.get(name);
      return found === undefined ? notFound(name) : ok(found);
    },
  ],
  // A restored instance has the databases and the users of the backup.
  [
    'POST',
    /^sql\.fake\/sql\/v1beta4\/(projects\/[^/]+\/instances)\/([^/]+)\/restoreBackup$/,
    ({ store }, { body }, [instances = '', restored = '']) => {
      const from = String(fields(fields(body)['restoreBackupContext'])['instanceId']);
      for (const kind of ['databases', 'users'])
        for (const one of store.list(`${instances}/${from}/${kind}`))
          store.put(`${instances}/${restored}/${kind}/${String(one['name'])}`, one);
      return ok(SQL);
    },
  ],
  [
    'DELETE',
    /^sql\.fake\/sql\/v1beta4\/(projects\/[^/]+\/instances\/[^/]+)$/,
    ({ store }, _call, [name = '']) => (store.delete(name) ? ok(SQL) : notFound(name)),
  ],
  [
    'POST',
    /^sql\.fake\/sql\/v1beta4\/(projects\/.+)$/,
    ({ store }, { body }, [collection = '']) => {
      // Google never returns a password.
      const made = { state: 'RUNNABLE', ...fields(body), password: undefined };
      store.put(`${collection}/${String(fields(body)['name'])}`, made);
      return ok(SQL);
    },
  ],
  [
    'PUT',
    /^sql\.fake\/sql\/v1beta4\/(projects\/.+\/users)$/,
    ({ store }, { url }, [users = '']) => {
      const name = `${users}/${String(url.searchParams.get('name'))}`;
      return store.get(name) === undefined ? notFound(name) : ok(SQL);
    },
  ],
  [
    'PATCH',
    /^sql\.fake\/sql\/v1beta4\/(projects\/.+)$/,
    ({ store }, { body }, [name = '']) => {
      const found = store.get(name);
      if (found === undefined) return notFound(name);
      store.put(name, {
        ...found,
        ...fields(body),
        settings: { ...fields(found['settings']), ...fields(fields(body)['settings']) },
      });
      return ok(SQL);
    },
  ],
];

/** Creates the function and its Cloud Run service, which gets a revision for each deploy. */
const deployFunction: Answer = ({ store }, { url, body }, [collection = '', given = '']) => {
  const id = given || String(url.searchParams.get('functionId'));
  const name = `${collection}/${id}`;
  const before = store.get(name);
  const wanted = fields(fields(body)['serviceConfig']);
  const generation = generationOf(store, id) + 1;
  const revision = `${id}-0000${generation}-abc`;
  const made = store.put(name, {
    ...before,
    ...fields(body),
    name,
    environment: 'GEN_2',
    state: 'ACTIVE',
    serviceConfig: {
      secretEnvironmentVariables: [],
      ...wanted,
      service: name.replace('/functions/', '/services/'),
      uri: `https://${id}-${PROJECT_NUMBER}.europe-west1.run.app`,
      revision,
      generation,
    },
  });
  const env = Object.entries(fields(wanted['environmentVariables'])).map(([key, value]) => ({
    name: key,
    value,
  }));
  addRevision(store, { service: id, revision, generation, env });
  // Google makes it with the first function of a region.
  const repository = `${collection.replace(/\/functions$/, '/repositories')}/gcf-artifacts`;
  if (store.get(repository) === undefined) store.put(repository, { name: repository, format: 'DOCKER' });
  return operation(made, FUNCTION_OPERATION);
};

const FUNCTION_OPERATION = {
  '@type': 'type.googleapis.com/google.cloud.functions.v2.OperationMetadata',
  stages: [],
};

const builds: readonly Exception[] = [
  [
    'POST',
    /^cloudbuild\.fake\/v1\/(projects\/[^/]+\/locations\/[^/]+\/triggers)$/,
    ({ store }, { body }, [collection = '']) => {
      const id = `id-of-${String(fields(body)['name'])}`;
      return ok(store.put(`${collection}/${id}`, { ...fields(body), id }));
    },
  ],
  [
    'POST',
    /^cloudbuild\.fake\/v1\/projects\/[^/]+\/locations\/global\/builds$/,
    (_world, { body }) =>
      ok({
        name: 'operations/build/telepay-test/done',
        metadata: {
          '@type': 'type.googleapis.com/google.devtools.cloudbuild.v1.BuildOperationMetadata',
          build: {
            ...fields(body),
            id: '1',
            projectId: 'telepay-test',
            status: 'QUEUED',
            logUrl: 'https://console.example/builds/1',
          },
        },
      }),
  ],
];

const functions: readonly Exception[] = [
  [
    'GET',
    /^cloudfunctions\.fake\/v2\/.+\/runtimes$/,
    () =>
      ok({
        runtimes: ['nodejs20', 'nodejs22', 'nodejs24'].map((name) => ({
          name,
          stage: 'GA',
          environment: 'GEN_2',
        })),
      }),
  ],
  [
    'POST',
    /^cloudfunctions\.fake\/v2\/.+:generateUploadUrl$/,
    () => ok({ uploadUrl: 'http://storage.fake/upload', storageSource: { bucket: 'b', object: 'o' } }),
  ],
  ['PUT', /^storage\.fake\//, () => ok({})],
  [
    'GET',
    /^cloudbuild\.fake\/v1\/(projects\/[^/]+)\/locations\/[^/]+\/defaultServiceAccount$/,
    (_world, _call, [project = '']) =>
      ok({ serviceAccountEmail: `${project}/serviceAccounts/1-compute@developer.gserviceaccount.com` }),
  ],
  ['GET', /^cloudfunctions\.fake\/v2\/.+\/operations\/.+$/, () => operation({}, FUNCTION_OPERATION)],
  ['POST', /^cloudfunctions\.fake\/v2\/(projects\/[^/]+\/locations\/[^/]+\/functions)$/, deployFunction],
  [
    'PATCH',
    /^cloudfunctions\.fake\/v2\/(projects\/[^/]+\/locations\/[^/]+\/functions)\/([^/]+)$/,
    deployFunction,
  ],
];

export const exceptions: readonly Exception[] = [
  ...projects,
  ...policies,
  ...services,
  ...accounts,
  ...secrets,
  ...sql,
  ...functions,
  ...scheduler,
  ...queues,
  ...builds,
  ...cloudRun,
  ...compute,
  ...monitoring,
];
