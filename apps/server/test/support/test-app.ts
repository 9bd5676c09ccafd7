import type { FastifyInstance } from 'fastify'
import type { AppOptions } from '../../src/app.ts'
import type { Context } from '../../src/context.ts'
import { buildApp } from './build-app.ts'
import { createTestContext, type TestClock, type TestContext } from './test-context.ts'
import { openShop, type Person, setUpOwner } from './test-people.ts'

export type TestApp = {
  context: TestContext
  /** Closing it closes the installation as well. */
  app: FastifyInstance
  owner: Person
}

/** The app over a fresh installation with its owner, signed in, and empty shops with these ids; `prepare` sees it before its routes. */
export async function openTestApp({
  stores,
  clock,
  prepare,
  optionsOf,
}: {
  stores: readonly string[]
  clock?: TestClock
  prepare?: (app: FastifyInstance) => void
  optionsOf?: (context: Context) => AppOptions
}): Promise<TestApp> {
  const context = await createTestContext(clock && { clock })
  const app = buildApp(context, optionsOf?.(context))
  app.addHook('onClose', () => context.close())
  prepare?.(app)
  await app.ready()
  const owner = await setUpOwner(app)
  for (const store of stores) await openShop(context, store)
  return { context, app, owner }
}
