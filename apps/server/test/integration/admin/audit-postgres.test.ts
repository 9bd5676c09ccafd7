import { test } from 'vitest'
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { createTestContext } from '../../support/test-context.ts'
import { describeAudit } from './audit-behaviour.ts'

const reason = whyNoPostgres()

// With many connections the writers really are concurrent; PGlite has one.
if (reason) test.skip(`the audit trail on PostgreSQL: ${reason}`, () => {})
else
  describeAudit('PostgreSQL', async () => {
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
