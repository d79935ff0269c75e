import { randomUUID } from 'node:crypto';
import { fields, ok, type Answer, type Exception } from './wire';

const record = { mutateTime: '2026-01-01T00:00:00Z', mutatedBy: 'nobody@example.com' };

/** Saves a policy. Google names new and replaced policies and their conditions, and records the author. */
const savePolicy: Answer = ({ store }, { body }, [collection = '', given]) => {
  const name = given === undefined ? `${collection}/${randomUUID()}` : `${collection}/${given}`;
  const conditions = (fields(body)['conditions'] ?? []) as Record<string, unknown>[];
  return ok(
    store.put(name, {
      enabled: true,
      ...fields(body),
      name,
      conditions: conditions.map((condition) => ({
        ...condition,
        name: `${name}/conditions/${randomUUID()}`,
      })),
      creationRecord: record,
      mutationRecord: record,
    }),
  );
};

/** Applies a filter such as `userLabels.installation="a" AND (labels.email_address="b" OR …)`. */
const listChannels: Answer = ({ store }, { url }, [collection = '']) => {
  const filter = url.searchParams.get('filter') ?? '';
  const installation = /userLabels\.installation="([^"]+)"/.exec(filter)?.[1];
  const emails = [...filter.matchAll(/labels\.email_address="([^"]+)"/g)].map(([, email]) => email);
  const notificationChannels = store
    .list(collection)
    .filter(
      ({ labels, userLabels }) =>
        (installation === undefined || fields(userLabels)['installation'] === installation) &&
        (emails.length === 0 || emails.includes(String(fields(labels)['email_address']))),
    );
  return ok({ notificationChannels });
};

export const monitoring: readonly Exception[] = [
  ['POST', /^monitoring\.fake\/v3\/(projects\/[^/]+\/alertPolicies)$/, savePolicy],
  ['PATCH', /^monitoring\.fake\/v3\/(projects\/[^/]+\/alertPolicies)\/([^/]+)$/, savePolicy],
  ['GET', /^monitoring\.fake\/v3\/(projects\/[^/]+\/notificationChannels)$/, listChannels],
];
