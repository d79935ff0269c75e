import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { ALARMS } from '../../shared/domain/operations/alarms';
import { withProgram } from '../support/installed-programs';
import { blocksOf } from './guide';

const FILE = join(__dirname, '../../infra/prometheus/telepay.rules.yaml');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}
const { groups } = parse(readFileSync(FILE, 'utf8')) as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const ruleOf = (name: string) => rules.find(({ alert }) => alert === name);

it('has a rule for every alarm and for a silent worker, and no other', () => {
  expect(rules.map(({ alert }) => alert)).toEqual(['nobody_looks', ...ALARMS.map(({ name }) => name)]);
});

it.each(ALARMS.map((alarm) => [alarm.name, alarm] as const))(
  'says of %s what the alarm says',
  (name, alarm) => {
    const { severity, meaning, remedy } = alarm;
    expect(ruleOf(name)).toMatchObject({
      labels: { severity },
      annotations: { description: meaning, remedy, runbook: `infra/README.md#${name}` },
    });
  },
);

it('says nothing about an alarm that only Google has', () => {
  const told = ALARMS.map(({ meaning, remedy }) => `${meaning} ${remedy}`);
  expect(told.filter((text) => /gcloud|Cloud (Run|Scheduler|SQL)|\bdeploy/i.test(text))).toEqual([]);
});

withProgram('promtool')('by promtool', () => {
  const folder = makeTemporaryFolder('prometheus');
  beforeAll(() => cpSync(FILE, join(folder, 'telepay.rules.yaml')));
  afterAll(() => rmSync(folder, { recursive: true }));

  const promtool = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    return [status, stdout + stderr] as const;
  };
  /** Evaluates the rules on these series, one value a minute. */
  const evaluate = (
    series: Readonly<Record<string, string>>,
    expected: readonly { alertname: string; minute: number; isOn: boolean }[],
  ) => {
    const test = {
      rule_files: ['telepay.rules.yaml'],
      evaluation_interval: '1m',
      tests: [
        {
          interval: '1m',
          input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
          alert_rule_test: expected.map(({ alertname, minute, isOn }) => ({
            eval_time: `${minute}m`,
            alertname,
            exp_alerts: isOn
              ? [{ exp_labels: labelsOf(alertname), exp_annotations: annotationsOf(alertname) }]
              : [],
          })),
        },
      ],
    };
    writeFileSync(join(folder, 'test.yaml'), stringify(test));
    return promtool('test', 'rules', 'test.yaml');
  };
  const labelsOf = (name: string) => ({
    ...ruleOf(name)?.labels,
    ...(name !== 'nobody_looks' && { alarm: name }),
  });
  const annotationsOf = (name: string) => ({ ...ruleOf(name)?.annotations });
  const LOOKS = { telepay_last_look_age_seconds: '30x60' };

  it('is valid', () => {
    expect(promtool('check', 'rules', 'telepay.rules.yaml')).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it('alerts about each alarm while it is on, and about no other', () => {
    for (const on of ['outbox_age', 'errors_5xx']) {
      const series = Object.fromEntries(
        ALARMS.map(({ name }) => [`telepay_alarm{alarm="${name}"}`, name === on ? '0 1 1 0' : '0x3']),
      );
      const expected = ALARMS.map(({ name }) => ({ alertname: name, minute: 2, isOn: name === on }));
      const after = { alertname: on, minute: 3, isOn: false };
      expect(evaluate({ ...LOOKS, ...series }, [...expected, after])).toEqual([0, expect.anything()]);
    }
  });

  it.each([
    ['a worker that looks', { telepay_last_look_age_seconds: '30x60' }, false],
    ['a worker that is silent', { telepay_last_look_age_seconds: '0+60x60' }, true],
    ['a host that is away', { telepay_alarm: '0x60' }, true],
  ])('judges %s after ten minutes', (_, series: Record<string, string>, isOn) => {
    const expected = [
      { alertname: 'nobody_looks', minute: 4, isOn: false },
      { alertname: 'nobody_looks', minute: 11, isOn },
    ];
    expect(evaluate(series, expected)).toEqual([0, expect.anything()]);
  });

  it('accepts the configuration of the guide', () => {
    const [configuration = '', ...others] = blocksOf('Know when it breaks', 'yaml');
    expect(others).toEqual([]);
    writeFileSync(join(folder, 'prometheus.yml'), configuration);
    writeFileSync(join(folder, 'telepay.key'), 'a'.repeat(64));
    expect(promtool('check', 'config', 'prometheus.yml')).toEqual([0, expect.stringContaining('22 rules')]);
  });
});
