import { test } from 'vitest'
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { createTestContext } from '../../support/test-context.ts'
import { describeGames } from './game-behaviour.ts'

const reason = whyNoPostgres()

// With many connections the crowd really is at one moment; PGlite has one.
if (reason) test.skip(`games on PostgreSQL: ${reason}`, () => {})
else
  describeGames('PostgreSQL', async () => {
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
