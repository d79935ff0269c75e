import * as z from 'zod';

/**
 * Hosts with ports of their own make a URL that only Postgres understands:
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS
 */
const isPostgresUrl = (value: string): boolean =>
  /^postgres(ql)?:/.test(value) &&
  URL.canParse(value.replace(/^([^/]+\/\/(?:[^/]*@)?[^,/?@]*),[^/?@]*(?=[/?]|$)/, '$1'));

/** Hints to other drivers, which providers write into their URLs. Ours needs none of them, and a server refuses them. */
const HINTS = ['channel_binding', 'gssencmode', 'pgbouncer', 'connection_limit', 'pool_timeout', 'supa'];

/** What libpq or another driver would do for the connection, and ours does not. Leaving it out would change the meaning. */
const UNKNOWN_TO_DRIVER: readonly string[] =
  'sslcert sslkey sslpassword sslcrl sslcrldir sslrootcert hostaddr service passfile require_auth requirepeer schema'.split(
    ' ',
  );

/** The parameters that the driver reads itself: https://github.com/porsager/postgres/blob/v3.4.9/src/index.js#L447 */
const OF_DRIVER: readonly string[] =
  'sslmode ssl sslnegotiation target_session_attrs application_name max idle_timeout connect_timeout max_lifetime max_pipeline backoff keep_alive prepare debug fetch_types publications'.split(
    ' ',
  );

type Parameter = readonly [name: string, value: string, text: string];

function splitQuery(url: string): { readonly address: string; readonly parameters: readonly Parameter[] } {
  const start = url.indexOf('?');
  if (start === -1) return { address: url, parameters: [] };
  const texts = url
    .slice(start + 1)
    .split('&')
    .filter(Boolean);
  const parameters = texts.map((text): Parameter => {
    const [[name, value] = ['', '']] = new URLSearchParams(text);
    return [name, value, text];
  });
  return { address: url.slice(0, start), parameters };
}

const isSystemRoot = ([name, value]: Parameter) => name === 'sslrootcert' && value === 'system';

/** A URL as our driver and the server understand it. With `sslrootcert=system`, libpq verifies the certificate, and so do we. */
function withoutHints(url: string): string {
  const { address, parameters } = splitQuery(url);
  const kept = parameters
    .filter((each) => !HINTS.includes(each[0]) && !isSystemRoot(each))
    .map(([, , text]) => text);
  const isVerified = parameters.some(isSystemRoot) && !parameters.some(([name]) => name === 'sslmode');
  const all = isVerified ? [...kept, 'sslmode=verify-full'] : kept;
  return all.length === 0 ? address : `${address}?${all.join('&')}`;
}

/** The URL of a Postgres, without hints to other drivers. */
export const databaseUrl = () =>
  z
    .string()
    .trim()
    .min(1)
    .refine(isPostgresUrl, 'must be a postgres:// URL')
    .transform((url, context) => {
      const cleaned = withoutHints(url);
      const unknown = splitQuery(cleaned)
        .parameters.map(([name]) => name)
        .filter((name) => UNKNOWN_TO_DRIVER.includes(name));
      if (unknown.length === 0) return cleaned;
      const hint = unknown.includes('sslrootcert')
        ? ' (name the file of an own authority in NODE_EXTRA_CA_CERTS)'
        : '';
      context.addIssue({
        code: 'custom',
        message: `remove ${unknown.join(', ')}, which TelePay does not know${hint}`,
      });
      return z.NEVER;
    });

/** The names of the parameters that a server takes as settings of a session. A pooler in transaction mode refuses them. */
export const settingsInUrl = (url: string): string[] =>
  splitQuery(url)
    .parameters.map(([name]) => name)
    .filter((name) => !OF_DRIVER.includes(name));

/** The user of a URL, as it is written in the database. */
export function userInUrl(url: string): string | undefined {
  const user = /^[^/]+\/\/([^:@/?]*)(?::[^@/]*)?@/.exec(url)?.[1];
  return user === undefined || user === '' ? undefined : decodeURIComponent(user);
}

/** The hosts of a URL. A socket in the file system has none. */
const hostsInUrl = (url: string): string[] =>
  (/^[^/]+\/\/(?:[^/?]*@)?([^/?]*)/.exec(url)?.[1] ?? '')
    .split(',')
    .map((host) => host.toLowerCase())
    .filter((host) => host !== '' && !host.startsWith('%2f'));

/**
 * True if the address is one of a pooler in transaction mode: Neon's pooled hosts have `-pooler`
 * (https://neon.com/docs/connect/connection-pooling), and Supabase's listens on 6543
 * (https://supabase.com/docs/guides/database/connecting-to-postgres).
 */
export const isPoolerAddress = (url: string): boolean =>
  hostsInUrl(url).some((host) => /^[^.]+-pooler\./.test(host) || host.endsWith(':6543'));

/** Loopback, a private network, or a name without a dot, as compose gives to a container. */
const NEAR =
  /^(localhost|(127|10)(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[::1\]|\[f[cd][0-9a-f]{2}:.*\]|[^.:[]+)(:\d+)?$/;

/** How well a URL protects what is sent. `near`: it stays on this machine or in a private network. */
export function protectionOf(url: string): 'near' | 'verified' | 'unverified' | 'plain' {
  if (hostsInUrl(url).every((host) => NEAR.test(host))) return 'near';
  const named = splitQuery(url).parameters.filter(([name]) => name === 'sslmode' || name === 'ssl');
  const mode = named.at(-1)?.[1] ?? 'disable';
  if (mode === 'disable' || mode === 'false') return 'plain';
  return ['require', 'prefer', 'allow'].includes(mode) ? 'unverified' : 'verified';
}
