import { createTestContext } from '../../support/test-context.ts'
import { describeGames } from './game-behaviour.ts'

describeGames('PGlite', async () => {
  const context = await createTestContext()
  return { context, close: () => context.close() }
})
