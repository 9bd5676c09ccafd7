import { createTestContext } from '../../support/test-context.ts'
import { describeAudit } from './audit-behaviour.ts'

describeAudit('PGlite', async () => {
  const context = await createTestContext()
  return { context, close: () => context.close() }
})
