import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../playground/temporary-folder';
import { withProgram } from '../support/installed-programs';

const FOLDER = join(__dirname, '../../infra/systemd');
const UNITS = readdirSync(FOLDER);
const read = (unit: string) => readFileSync(join(FOLDER, unit), 'utf8');

it('keeps secrets out of the environment that every user of the machine can read', () => {
  for (const unit of UNITS)
    expect([unit, read(unit)]).toEqual([
      unit,
      expect.not.stringMatching(/^Environment=.*(TOKEN|SECRET|PASSWORD|KEY|DATABASE_URL)/m),
    ]);
});

it('gives the host longer to end than its drain takes, and never gives up on it', () => {
  expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(read('telepay.service'))?.[1])).toBeGreaterThan(10);
  expect(read('telepay.service')).toMatch(/^Restart=always$/m);
  expect(read('telepay.service')).toMatch(/^StartLimitIntervalSec=0$/m);
});

withProgram('systemd-analyze')('systemd', () => {
  // It exits with 0 at unknown keys, so every line that it says about our units is a complaint.
  it.each(UNITS)('has no complaint about %s', (unit) => {
    const folder = makeTemporaryFolder('units');
    cpSync(FOLDER, folder, { recursive: true });
    for (const name of UNITS) {
      const here = read(name)
        .replace('/usr/bin/node', process.execPath)
        .replace('/opt/telepay/back-up.sh', '/bin/true');
      writeFileSync(join(folder, name), here);
    }
    const { stdout, stderr, status } = spawnSync('systemd-analyze', ['verify', join(folder, unit)], {
      encoding: 'utf8',
    });
    const complaints = (stdout + stderr).split('\n').filter((line) => line.includes('telepay'));
    expect([complaints, status]).toEqual([[], 0]);
  });
});
