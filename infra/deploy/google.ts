import { Permits } from '../../shared/database/connection/permits';
import { gcloud } from './command';
import type { Run } from './run-command';

export type Found = Readonly<Record<string, unknown>>;

/** Reads the current state through gcloud. Asks the same question only once. */
export interface Google {
  /** Reads one resource. Throws `CommandFailed` if that fails. */
  readonly get: (...args: string[]) => Promise<Found>;
  /** Reads a list. It is empty while its API is not enabled. */
  readonly list: (api: string, ...args: string[]) => Promise<readonly Found[]>;
  readonly isEnabled: (api: string) => Promise<boolean>;
}

/** Few, because each question starts a process, and all of them share one small database of credentials. */
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

/** The value at a path of names, as text; empty if there is none. */
export function at(found: unknown, ...path: readonly string[]): string {
  let value = found;
  for (const name of path) value = (value as Found | null | undefined)?.[name];
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** The last part of a resource's name: `projects/P/secrets/S` is `S`. */
export const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Finds a resource by `name`, in lists whose names are not full paths. */
export const named = (all: readonly Found[], name: string): Found | undefined =>
  all.find((one) => at(one, 'name') === name);

/** The functions of a region, including those of other installations. */
export const listFunctions = (google: Google, region: string): Promise<readonly Found[]> =>
  google.list('cloudfunctions.googleapis.com', 'functions', 'list', '--v2', `--regions=${region}`);
