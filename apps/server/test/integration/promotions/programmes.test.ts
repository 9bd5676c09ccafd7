import { createTestContext } from '../../support/test-context.ts'
import { describeProgrammes } from './programme-behaviour.ts'

describeProgrammes('PGlite', async () => {
  const context = await createTestContext()
  return { context, close: () => context.close() }
})
