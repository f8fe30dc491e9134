import { defineConfig } from 'vitest/config';

// `unit` needs no site; `site` builds the project's own site once and looks at it, also through a real browser.
export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/site/**', 'test/browser/**', 'test/bench/**', 'test/long/**'],
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts', 'test/browser/**/*.test.ts'],
          globalSetup: ['test/site/setup.ts'],
          // A real browser on a busy machine: once more before it counts as a failure.
          retry: 1,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
