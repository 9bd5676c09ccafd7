import { test } from 'vitest'
import { startPostgres, whyNoPostgres } from './postgres.ts'
import { createTestContext, type TestContext } from './test-context.ts'

/** A behaviour suite: what is promised on any record store. */
type DescribeOn = (name: string, open: () => Promise<{ context: TestContext; close(): Promise<void> }>) => void

/**
 * The suite on a real PostgreSQL, where many connections make a crowd really concurrent (PGlite has one); skipped with the reason
 * where no PostgreSQL is installed.
 */
export function describeOnPostgres(what: string, describeOn: DescribeOn): void {
  const reason = whyNoPostgres()
  if (reason) {
    test.skip(`${what} on PostgreSQL: ${reason}`, () => {})
    return
  }
  describeOn('PostgreSQL', async () => {
    const server = await startPostgres()
    const context = await createTestContext({ env: { DATABASE_URL: server.url } })
    return {
      context,
      async close() {
        await context.close()
        await server.stop()
      },
    }
  })
}
