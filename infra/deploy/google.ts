import { Permits } from '../../shared/database/connection/permits';
import { gcloud } from './command';
import type { Run } from './run-command';

export type Found = Readonly<Record<string, unknown>>;

/** What is there now, as gcloud tells it. The same question is asked once. */
export interface Google {
  /** One thing; throws `CommandFailed` when it cannot be had. */
  readonly get: (...args: string[]) => Promise<Found>;
  /** A list; empty while the API it comes from is not enabled. */
  readonly list: (api: string, ...args: string[]) => Promise<readonly Found[]>;
  readonly isEnabled: (api: string) => Promise<boolean>;
}

/** Each is a process of its own, and they share one small database of credentials. */
const AT_ONCE = 6;
const PATIENCE_MS = 10 * 60_000;

export function readGoogle(run: Run): Google {
  const asked = new Map<string, Promise<unknown>>();
  const turns = new Permits(AT_ONCE, PATIENCE_MS);
  const ask = (args: readonly string[]): Promise<unknown> => {
    const key = args.join(' ');
    const answer =
      asked.get(key) ??
      turns
        .use(() => run(gcloud([...args, '--format=json'])))
        .then((text) => JSON.parse(text || 'null') as unknown);
    asked.set(key, answer);
    return answer;
  };
  const isEnabled = async (api: string) => {
    const services = (await ask(['services', 'list', '--enabled'])) as { config?: { name?: string } }[];
    return services.some(({ config }) => config?.name === api);
  };
  return {
    get: async (...args) => (await ask(args)) as Found,
    list: async (api, ...args) => ((await isEnabled(api)) ? ((await ask(args)) as Found[]) : []),
    isEnabled,
  };
}

/** The value at a path of names, as a text; empty when there is none. */
export function at(found: unknown, ...path: readonly string[]): string {
  let value = found;
  for (const name of path) value = (value as Found | null | undefined)?.[name];
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** The last part of a resource's name: `projects/P/secrets/S` is `S`. */
export const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** The one of that name, of those that are known by their plain names. */
export const named = (all: readonly Found[], name: string): Found | undefined =>
  all.find((one) => at(one, 'name') === name);

/** The functions of a region, other installations' among them. */
export const listFunctions = (google: Google, region: string): Promise<readonly Found[]> =>
  google.list('cloudfunctions.googleapis.com', 'functions', 'list', '--v2', `--regions=${region}`);
