/** @project release */
import { TARGETS } from '../../../functions/variables';
import fc from 'fast-check';
import { installed, nothingThere } from '../../../tests/deploy/support/installed';
import { dryRun, planDeploy } from '../plan';
import { PRESET_NAMES, PRESETS } from './presets';
import { connectionsAtMost, demandThatPoolsFit, sizeOf } from '../sizes';
import { STAGES } from '../stages';

const settingsOf = (given: object) => installed(given).settings;

it.each(PRESET_NAMES)('%s fits two revisions into its database', (preset) => {
  const settings = settingsOf({ preset });
  expect(() => demandThatPoolsFit(settings)).not.toThrow();
  expect(connectionsAtMost(settings)).toBeLessThanOrEqual(settings.database.max_connections);
});

it('small keeps no instance warm', () => {
  const settings = settingsOf({ preset: 'small' });
  for (const target of TARGETS)
    expect(sizeOf(settings, target)).toMatchObject({ minInstances: 0, poolMax: 2 });
  expect(settings.database).toMatchObject({ tier: 'db-g1-small', availability: 'zonal', login: 'iam' });
});

it('loses to every setting that the operator writes', () => {
  const size = fc.record(
    { min_instances: fc.constant(1), max_instances: fc.constant(3), pool_max: fc.constant(4) },
    { requiredKeys: [] },
  );
  const given = fc.record(
    {
      database: fc.record(
        { tier: fc.constant('db-custom-2-7680'), max_connections: fc.constant(400) },
        { requiredKeys: [] },
      ),
      functions: fc.record({ telegramWebhook: size, worker: size, health: size }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(given, (own) => {
      const settings = settingsOf({ preset: 'small', ...own });
      expect(settings.database).toMatchObject({ ...PRESETS.small.database, ...own.database });
      for (const target of TARGETS)
        expect(settings.functions[target]).toEqual({
          ...PRESETS.small.functions[target],
          ...(own.functions as Record<string, object> | undefined)?.[target],
        });
    }),
  );
});

it('changes nothing for an installation without one', () => {
  expect(settingsOf({}).functions).toEqual({});
  expect(settingsOf({}).database.tier).toBe('db-custom-1-3840');
});

it('is refused if there is no such preset', () => {
  expect(() => settingsOf({ preset: 'tiny' })).toThrow(/preset: /);
});

it('small deploys what it says', async () => {
  const installation = installed({ preset: 'small' });
  const lines = dryRun(await planDeploy(STAGES, installation, nothingThere), installation.settings.project);
  expect(lines).toContain('--tier=db-g1-small');
  expect(lines).toContain('max_connections=50');
  expect(lines.match(/--min-instances=0/g)).toHaveLength(TARGETS.length);
  expect(lines.match(/DATABASE_POOL_MAX=2/g)).toHaveLength(TARGETS.length);
  expect(lines).not.toContain('--no-cpu-throttling');
});
