import { createTestContext } from '../../support/test-context.ts'
import { describeCoupons } from './coupon-behaviour.ts'

describeCoupons('PGlite', async () => {
  const context = await createTestContext()
  return { context, close: () => context.close() }
})
