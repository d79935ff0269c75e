import type { Metrics } from '../../shared/database/operations/metrics';
import type { PoolStatus } from '../../shared/database/connection/pool';
import { SCHEMA_VERSION } from '../../shared/database/connection/schema/schema-version';
import { alarmsFrom, type RaisedAlarm } from '../../shared/domain/operations/alarms';
import type { Measures, CounterTally, WebhookSeen } from '../../shared/domain/operations/measures';
import {
  PRE_CHECKOUT_ANSWERS,
  preCheckoutCounter,
  type PreCheckoutAnswer,
} from '../../shared/domain/stars/decide-pre-checkout';
import type { RequestCounter, RequestCounts } from '../../shared/http/count-requests';

type Counts = Readonly<Record<RequestCounter, number>>;

/** `GET /status` as JSON. */
export interface Status {
  readonly service: string;
  readonly version: string;
  /** This instance alone, since it started. */
  readonly instance: RequestCounts & { readonly uptime_seconds: number; readonly pool: PoolStatus };
  readonly schema: { readonly found: number; readonly needed: number };
  /** All instances of a function together, since the first deployment. */
  readonly functions: Readonly<Record<string, Counts & { readonly lastHour: Counts }>>;
  readonly product: Omit<Measures, 'schemaVersion' | 'counters' | 'telegramWebhook'> & {
    readonly ipnSignatureRefused: number;
    readonly ipnContradictory: number;
    /** How often each answer was given to a user who was about to pay in Stars. */
    readonly preCheckouts: Readonly<Record<PreCheckoutAnswer, number>>;
  };
  readonly telegram: WebhookSeen | null;
  readonly alarms: readonly (RaisedAlarm & { readonly since?: string })[];
}

const NEVER: CounterTally = { total: 0, lastHour: 0 };

function functionsOf(counters: Measures['counters'], targets: readonly string[]): Status['functions'] {
  const counts = (target: string, which: keyof CounterTally): Counts => {
    const of = (counted: RequestCounter) => (counters[`${counted}.${target}`] ?? NEVER)[which];
    return { requests: of('requests'), errors: of('errors'), refused: of('refused') };
  };
  return Object.fromEntries(
    targets.map((target) => [target, { ...counts(target, 'total'), lastHour: counts(target, 'lastHour') }]),
  );
}

const preCheckoutsOf = (counters: Measures['counters']): Status['product']['preCheckouts'] =>
  Object.fromEntries(
    PRE_CHECKOUT_ANSWERS.map((answer) => [answer, (counters[preCheckoutCounter(answer)] ?? NEVER).total]),
  ) as Record<PreCheckoutAnswer, number>;

const inSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Maps that are keyed by names of ours, which are not names of fields. */
const KEYED_BY_NAME = ['functions'];

/**
 * Names every field of the answer in snake_case, like `/health` and the metrics. Keeps each name of the previous release
 * beside it, until the next release.
 */
export function withFieldNames(value: unknown, isKeyedByName = false): unknown {
  if (Array.isArray(value)) return value.map((each) => withFieldNames(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
      const named = withFieldNames(inner, KEYED_BY_NAME.includes(name));
      const field = isKeyedByName ? name : inSnakeCase(name);
      return field === name
        ? [[name, named]]
        : [
            [field, named],
            [name, named],
          ];
    }),
  );
}

export function statusOf(
  { measures, raisedSince }: Metrics,
  { targets, ...about }: Pick<Status, 'service' | 'version' | 'instance'> & { targets: readonly string[] },
): Status {
  const { schemaVersion, counters, telegramWebhook, ...product } = measures;
  return {
    ...about,
    schema: { found: schemaVersion, needed: SCHEMA_VERSION },
    functions: functionsOf(counters, targets),
    product: {
      ...product,
      ipnSignatureRefused: (counters['ipn_signature_refused'] ?? NEVER).total,
      ipnContradictory: (counters['ipn_contradictory'] ?? NEVER).total,
      preCheckouts: preCheckoutsOf(counters),
    },
    telegram: telegramWebhook,
    alarms: alarmsFrom(measures).map((raised) => {
      const since = raisedSince[raised.name];
      return since === undefined ? raised : { ...raised, since };
    }),
  };
}
