/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';
import { PROJECTS, SOURCE_FOLDERS, testFilesByProject, type Project } from './tests/support/projects';
import { TEST_DEADLINE_MS } from './tests/support/deadlines';

type ProjectConfig = Exclude<NonNullable<Config['projects']>[number], string>;

const files = testFilesByProject(__dirname);

/** Jest runs CommonJS, but grammY's web build, which the bundles use, is an ES module. */
const GRAMMY = { '^grammy/web$': 'grammy' };

/** Jest runs a global setup once for all projects that name it, and only if one of their tests was selected. */
const WITH_POSTGRES_AND_BUNDLES: Partial<ProjectConfig> = {
  setupFilesAfterEnv: ['<rootDir>/tests/support/seed-properties.ts', '<rootDir>/tests/support/retry-once.ts'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  // Jest can't run ECharts, an ES module, so the tests use the bundle that is deployed, which is CommonJS.
  moduleNameMapper: { ...GRAMMY, '/charts/draw-chart$': '<rootDir>/dist/worker/draw-chart.cjs' },
};

const project = (name: Project): ProjectConfig => ({
  displayName: name,
  testEnvironment: 'node',
  roots: SOURCE_FOLDERS.map((folder) => `<rootDir>/${folder}`),
  testMatch: files[name].map((file) => `<rootDir>/${file}`),
  transform: { '\\.ts$': '<rootDir>/tests/support/esbuild-transform.cjs' },
  moduleNameMapper: GRAMMY,
  setupFilesAfterEnv: ['<rootDir>/tests/support/seed-properties.ts'],
  ...(name !== 'unit' && WITH_POSTGRES_AND_BUNDLES),
  ...(name === 'database' && { setupFiles: ['<rootDir>/tests/support/start-at-noon.ts'] }),
});

const config: Config = {
  projects: PROJECTS.map(project),
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  reporters: ['default', '<rootDir>/tests/support/retry-budget.cjs'],
  testTimeout: TEST_DEADLINE_MS,
  // A journey mostly waits for other processes, so one worker more than there are cores keeps every core busy.
  maxWorkers: availableParallelism() + 1,
};

export default config;
