import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';

// One seed for each test file that uses fast-check, so that a test which is run again meets the inputs that failed it. A
// failure prints the seed.
if (readFileSync(String(expect.getState().testPath), 'utf8').includes("from 'fast-check'")) {
  const fc = jest.requireActual<typeof import('fast-check')>('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: randomInt(2 ** 31 - 1) });
}
