import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { beginWithFirst } from './scripts/test-run/begin-with.ts'

// The embedded fact engine binds one folder a process at a time, so files that open one come one after the other in a process.
const shared = { pool: 'forks' as const, testTimeout: 60_000, hookTimeout: 120_000 }

// Node runs these files as it runs the product, without a bundler in between and each package looked up once: a process has
// loaded the server in half the time.
const asNodeRunsIt = {
  experimental: { viteModuleRunner: false },
  execArgv: ['--import', import.meta.resolve('./apps/cli/src/resolve-once.ts')],
}

class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return beginWithFirst(await super.sort(files))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: InOrder },
    // As many as a small machine has cores: a third gained seven in a hundred and made clocks and ports of tests tight.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          ...asNodeRunsIt,
          // Pure code on pure data: files may share a process, and the modules that it has loaded.
          isolate: false,
          name: 'unit',
          include: ['engines/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          // Those are the components below; a new folder beside it is not forgotten.
          exclude: [...configDefaults.exclude, 'apps/web/**'],
        },
      },
      {
        test: {
          ...shared,
          // As above; components are no TypeScript that Node runs.
          pool: 'threads',
          isolate: false,
          name: 'components',
          include: ['apps/web/src/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...shared,
          ...asNodeRunsIt,
          // A few processes take the files in turn: the server's modules are loaded and compiled twice, not a hundred times.
          isolate: false,
          name: 'integration',
          globalSetup: ['apps/server/test/support/run-folder.ts'],
          include: ['apps/*/test/integration/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          ...shared,
          ...asNodeRunsIt,
          // A few processes with a browser each; every file has a server of its own. Pages are told to keep still, so that
          // browsers side by side do not click on lists that move.
          isolate: false,
          name: 'e2e',
          globalSetup: ['apps/server/test/support/run-folder.ts'],
          include: ['apps/*/test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          // A browser on a busy machine drops a frame or a click now and then; what is broken fails twice.
          retry: 1,
        },
      },
    ],
  },
})
