import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAlarmsTable } from './alarms-table';

it('is in the runbook as the code has it; `npx tsx infra/alarms-table.ts` writes it', () => {
  const runbook = readFileSync(join(__dirname, 'README.md'), 'utf8');
  expect(runbook).toBe(withAlarmsTable(runbook));
});

it('says so when there is nowhere to write it', () => {
  expect(() => withAlarmsTable('# No marks')).toThrow('<!-- alarms -->');
});
