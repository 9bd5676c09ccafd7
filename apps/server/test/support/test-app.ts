import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { createTestContext, type TestClock, type TestContext } from './test-context.ts'
import { openShop, type Person, setUpOwner } from './test-people.ts'

export type TestApp = {
  context: TestContext
  /** Closing it closes the installation as well. */
  app: FastifyInstance
  owner: Person
}

/** The app over a fresh installation with its owner, signed in, and empty shops with these ids. */
export async function openTestApp({
  stores,
  clock,
}: {
  stores: readonly string[]
  clock?: TestClock
}): Promise<TestApp> {
  const context = await createTestContext(clock && { clock })
  const app = buildApp(context)
  app.addHook('onClose', () => context.close())
  await app.ready()
  const owner = await setUpOwner(app)
  for (const store of stores) await openShop(context, store)
  return { context, app, owner }
}
