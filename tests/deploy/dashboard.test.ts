import { dashboardJson } from '../../infra/deploy/monitoring/dashboard';
import { inPromql } from '../../infra/deploy/monitoring/conditions';
import { logMetrics } from '../../infra/deploy/monitoring/log-metrics';
import { policyJson } from '../../infra/deploy/monitoring/policy';
import { policiesOf } from '../../infra/deploy/monitoring/policies';
import { installed } from './support/installed';

/** Google's own metrics that we use: https://cloud.google.com/monitoring/api/metrics_gcp */
const OF_GOOGLE = [
  'run.googleapis.com/request_count',
  'run.googleapis.com/request_latencies',
  'run.googleapis.com/container/instance_count',
  'run.googleapis.com/container/memory/utilizations',
  'cloudsql.googleapis.com/database/cpu/utilization',
  'cloudsql.googleapis.com/database/disk/utilization',
  'cloudsql.googleapis.com/database/postgresql/num_backends',
  'monitoring.googleapis.com/uptime_check/check_passed',
  'monitoring.googleapis.com/uptime_check/time_until_ssl_cert_expires',
];

const installation = installed({ name: 'shop', domain: 'pay.example.com' });
const ours = logMetrics(installation);
const known = [...OF_GOOGLE, ...ours.map(({ name }) => `logging.googleapis.com/user/${name}`)];

/** Every metric that a text names, in filters or in PromQL. */
function metricsIn(text: string): { types: string[]; promql: string[] } {
  const plain = text.replaceAll('\\"', '"');
  return {
    types: [...plain.matchAll(/metric\.type="([^"]+)"/g)].map(([, type]) => String(type)),
    promql: [...plain.matchAll(/\b\w+_googleapis_com:\w+/g)].map(([name]) => name),
  };
}

interface Tile {
  readonly xPos: number;
  readonly yPos: number;
  readonly width: number;
  readonly height: number;
  readonly widget: { readonly title: string };
}

const { mosaicLayout } = dashboardJson(installation) as {
  mosaicLayout: { columns: number; tiles: readonly Tile[] };
};
const { columns, tiles } = mosaicLayout;

it('places every tile within its 48 columns without overlap', () => {
  expect(columns).toBe(48);
  const taken = new Set<string>();
  for (const { xPos, yPos, width, height } of tiles)
    for (let x = xPos; x < xPos + width; x += 1)
      for (let y = yPos; y < yPos + height; y += 1) {
        expect({ x, isWithin: x < columns }).toEqual({ x, isWithin: true });
        expect(taken).not.toContain(`${x},${y}`);
        taken.add(`${x},${y}`);
      }
});

it('leaves no gap between tiles', () => {
  const area = tiles.reduce((sum, { width, height }) => sum + width * height, 0);
  const bottom = Math.max(...tiles.map(({ yPos, height }) => yPos + height));
  expect(area).toBe(columns * bottom);
});

it('shows every metric that an operator checks first', () => {
  const text = JSON.stringify(tiles);
  const { types } = metricsIn(text);
  expect([...new Set(types)].sort()).toEqual(
    known
      .filter((type) => !/uptime_check|status_observed|login_refused|backup_failed/.test(type)) // These only raise alerts.
      .sort(),
  );
  expect(text).toContain('"incidentList":{}');
  expect(text).toMatch(/REDUCE_PERCENTILE_50.*REDUCE_PERCENTILE_95/);
  expect(text).toContain('5xx');
});

it('has alert policies only on metrics that exist', () => {
  const { types, promql } = metricsIn(
    JSON.stringify(policiesOf(installation).map((policy) => policyJson(installation, policy, true))),
  );
  expect(types.length).toBeGreaterThan(0);
  expect(promql.length).toBeGreaterThan(0);
  expect(types.filter((type) => !known.includes(type))).toEqual([]);
  expect(promql.filter((name) => !known.map(inPromql).includes(name))).toEqual([]);
});

it('spells metrics like PromQL', () => {
  expect(inPromql('run.googleapis.com/container/instance_count')).toBe(
    'run_googleapis_com:container_instance_count',
  );
  expect(inPromql('logging.googleapis.com/user/shop_alarm-raised')).toBe(
    'logging_googleapis_com:user_shop_alarm_raised',
  );
});

it('declares the labels and values that each metric extracts', () => {
  for (const { definition } of ours) {
    const {
      metricDescriptor,
      labelExtractors = {},
      valueExtractor,
    } = definition as {
      metricDescriptor: { valueType: string; labels?: { key: string }[] };
      labelExtractors?: Readonly<Record<string, string>>;
      valueExtractor?: string;
    };
    expect(Object.keys(labelExtractors)).toEqual((metricDescriptor.labels ?? []).map(({ key }) => key));
    expect(valueExtractor !== undefined).toBe(metricDescriptor.valueType === 'DISTRIBUTION');
  }
});

it('gives each policy a unique label, a meaning and a remedy', () => {
  const policies = policiesOf(installation);
  expect(new Set(policies.map(({ id }) => id)).size).toBe(policies.length);
  for (const { id, meaning, remedy } of policies) {
    expect(id).toMatch(/^[a-z][a-z0-9_-]{0,62}$/);
    expect(meaning).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
});
