/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{functions,shared,infra,playground,tests,bench}/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/support/esbuild-transform.cjs' },
  // Jest's realm runs CommonJS; grammY's web build, which the bundles take, is an ES module.
  // ECharts is one, too: the bundle that it is deployed in is none.
  moduleNameMapper: {
    '^grammy/web$': 'grammy',
    '/charts/draw-chart$': '<rootDir>/dist/worker/draw-chart.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/retry-once.ts'],
  testTimeout: 20_000,
  // Jest leaves one core to itself; most of a journey is waiting for other processes, so two are never too many.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

export default config;
