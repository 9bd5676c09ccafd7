import { defineConfig } from 'vitest/config'

// A chDB engine is a process singleton, so every test file that opens one runs in a process of its own.
const shared = { pool: 'forks' as const, testTimeout: 60_000, hookTimeout: 120_000 }

// Node runs these files as it runs the product, without a bundler in between: each file starts a second or two sooner.
const asNodeRunsIt = { experimental: { viteModuleRunner: false } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          // Pure code on pure data: files may share a thread, and the modules that it has loaded.
          pool: 'threads',
          isolate: false,
          name: 'unit',
          include: ['engines/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          ...asNodeRunsIt,
          name: 'integration',
          include: ['apps/*/test/integration/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          ...shared,
          ...asNodeRunsIt,
          // One process and one browser for all files: they come one after the other, each with a server of its own.
          isolate: false,
          name: 'e2e',
          globalSetup: ['apps/web/test/support/run-folder.ts'],
          include: ['apps/*/test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          // A browser on a busy machine drops a frame or a click now and then; what is broken fails twice.
          retry: 1,
          // Two browsers side by side save two minutes and cost clicks that come while a list is still moving.
          fileParallelism: false,
        },
      },
    ],
  },
})
