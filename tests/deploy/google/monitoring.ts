import { randomUUID } from 'node:crypto';
import type { Resource } from './store';
import { fields, ok, type Answer, type Exception, type Reply } from './wire';

const record = { mutateTime: '2026-01-01T00:00:00Z', mutatedBy: 'nobody@example.com' };

const invalid = (message: string): Reply => ({
  status: 400,
  body: { error: { code: 400, status: 'INVALID_ARGUMENT', message } },
});

const list = (value: unknown): Resource[] => (Array.isArray(value) ? (value as Resource[]) : []);
const texts = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** What Google refuses: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.alertPolicies */
function faultOf(policy: Resource, channels: readonly string[]): string | undefined {
  const { content, links } = fields(policy['documentation']);
  const notified = texts(policy['notificationChannels']);
  const strategies = list(fields(policy['alertStrategy'])['notificationChannelStrategy']);
  const repeated = strategies.flatMap((one) => texts(one['notificationChannelNames']));
  const intervals = strategies.map((one) => parseInt(String(one['renotifyInterval']), 10));
  if (String(content).length > 8192) return 'The documentation is too long.';
  if (
    list(links).some(({ displayName: text }) => typeof text !== 'string' || text === '' || text.length > 63)
  )
    return 'A link needs a display name of at most 63 characters.';
  if (list(links).length > 3) return 'A policy has at most 3 links.';
  if (notified.some((name) => !channels.includes(name))) return 'There is no such notification channel.';
  if (repeated.some((name) => !notified.includes(name))) return 'The policy does not notify that channel.';
  if (intervals.some((seconds) => !(seconds >= 1800 && seconds <= 86_400)))
    return 'renotify_interval must be between 30 minutes and 24 hours.';
  return undefined;
}

/** Saves a policy. Google names new and replaced policies and their conditions, and records the author. */
const savePolicy: Answer = ({ store }, { body }, [collection = '', given]) => {
  const name = given === undefined ? `${collection}/${randomUUID()}` : `${collection}/${given}`;
  const channels = store.list(collection.replace('alertPolicies', 'notificationChannels'));
  const fault = faultOf(
    fields(body),
    channels.map((channel) => String(channel['name'])),
  );
  if (fault !== undefined) return invalid(fault);
  return ok(
    store.put(name, {
      enabled: true,
      ...fields(body),
      name,
      conditions: list(fields(body)['conditions']).map((condition) => ({
        ...condition,
        name: `${name}/conditions/${randomUUID()}`,
      })),
      creationRecord: record,
      mutationRecord: record,
    }),
  );
};

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((found, name) => fields(found)[name], value);

/** Applies a filter such as `userLabels.installation="a" AND (labels.email_address="b" OR (type="c" AND …))`. */
function matches(resource: Resource, filter: string): boolean {
  const js = filter.replaceAll(/([\w.]+)="([^"]*)"/g, (_, path: string, value: string) =>
    String(at(resource, path) === value),
  );
  if (!/^(true|false|AND|OR|[() ])*$/.test(js)) throw new Error(`not a filter: ${filter}`);
  const of = (text: string): string =>
    text.includes('(')
      ? of(text.replaceAll(/\(([^()]*)\)/g, (_, inner: string) => value(inner)))
      : value(text);
  const value = (flat: string): string =>
    String(flat.split(' OR ').some((any) => any.split(' AND ').every((all) => all.trim() === 'true')));
  return of(js) === 'true';
}

/** Google shows these labels only in part: https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.notificationChannels */
const SENSITIVE = ['service_key', 'auth_token', 'password'];

const shown = (channel: Resource): Resource => ({
  ...channel,
  labels: Object.fromEntries(
    Object.entries(fields(channel['labels'])).map(([name, value]) => [
      name,
      SENSITIVE.includes(name) ? `****${String(value).slice(-2)}` : value,
    ]),
  ),
  ...(channel['type'] === 'sms' && { verificationStatus: 'UNVERIFIED' }),
});

const listChannels: Answer = ({ store }, { url }, [collection = '']) => {
  const filter = url.searchParams.get('filter') ?? '';
  const found = store.list(collection).filter((channel) => filter === '' || matches(channel, filter));
  return ok({ notificationChannels: found.map(shown) });
};

export const monitoring: readonly Exception[] = [
  ['POST', /^monitoring\.fake\/v3\/(projects\/[^/]+\/alertPolicies)$/, savePolicy],
  ['PATCH', /^monitoring\.fake\/v3\/(projects\/[^/]+\/alertPolicies)\/([^/]+)$/, savePolicy],
  ['GET', /^monitoring\.fake\/v3\/(projects\/[^/]+\/notificationChannels)$/, listChannels],
];
