/**
 * Settings that go together. A setting of the operator wins over one of the preset.
 *
 * `small` is for a shop with some payments a day. Its database is a shared-core instance, which accepts 50 connections and
 * has no SLA: https://cloud.google.com/sql/docs/postgres/instance-settings. No instance of a function is kept warm.
 */
export const PRESETS = {
  small: {
    database: { tier: 'db-g1-small', max_connections: 50 },
    functions: {
      telegramWebhook: { min_instances: 0, max_instances: 2, pool_max: 2 },
      paymentIpn: { min_instances: 0, max_instances: 2, pool_max: 2 },
      notificationWebhook: { min_instances: 0, max_instances: 1, pool_max: 2 },
      health: { min_instances: 0, max_instances: 1, pool_max: 2 },
      worker: { min_instances: 0, max_instances: 2, pool_max: 2 },
    },
  },
} as const;

export const PRESET_NAMES = Object.keys(PRESETS) as [keyof typeof PRESETS];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `over` on top of `under`, object by object. */
const onTop = (under: Json, over: Json): Json => ({
  ...under,
  ...Object.fromEntries(
    Object.entries(over).map(([name, value]) => {
      const below = under[name];
      return [name, isObject(below) && isObject(value) ? onTop(below, value) : value];
    }),
  ),
});

/**
 * Adds the settings of the preset that the operator names; those of the database only to one at Cloud SQL. Returns anything else as it is, so that it is refused
 * as such.
 */
export function withPreset(given: unknown): unknown {
  if (!isObject(given)) return given;
  const preset = PRESET_NAMES.find((name) => name === given['preset']);
  if (preset === undefined) return given;
  const { database, ...others } = PRESETS[preset];
  const isAtUrl = isObject(given['database']) && given['database']['kind'] === 'url';
  return onTop(isAtUrl ? others : { ...others, database }, given);
}
