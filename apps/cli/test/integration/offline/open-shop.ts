import { buildApp, TICK_JOBS } from '../../../../server/test/support/app-and-jobs.ts'
import { createTestClock, createTestContext, type TestClock } from '../../../../server/test/support/test-context.ts'
import { OWNER } from '../../../../server/test/support/test-people.ts'
import { runCli } from '../../support/run-cli.ts'

export const STORE = 'quiet'

export type Shop = {
  clock: TestClock
  /** The API over loopback, paths below the shop. Errors: rejects on any status of 400 and above. */
  api<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T>
  /** Everything that the server does by its clock, once. */
  tick(): Promise<void>
  /** Moves the clock; the owner signs in anew, for a session does not last that long. */
  goTo(instant: string): Promise<void>
  cli<T>(...args: string[]): Promise<T>
  close(): Promise<void>
}

/** A server on loopback with an owner and an empty shop, on a clock that is moved by hand. */
export async function openOfflineShop(instant: string): Promise<Shop> {
  const clock = createTestClock(instant)
  const context = await createTestContext({ clock, env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' } })
  const app = buildApp(context)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  let cookie = ''

  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers = { origin: address, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(address + path, { method, headers, ...sent })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
  const enter = async (path: string, body: object): Promise<void> => {
    const answer = await call('POST', path, body)
    cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }

  await enter('/v1/setup', OWNER)
  await call('POST', '/v1/stores', { id: STORE, name: '离线店' })
  return {
    clock,
    async api<T>(method: string, path: string, body?: unknown) {
      const text = await (await call(method, `/v1/stores/${STORE}${path}`, body)).text()
      return (text === '' ? undefined : JSON.parse(text)) as T
    },
    async tick() {
      for (const job of TICK_JOBS) await job.run(context, { now: clock.now(), signal: new AbortController().signal })
    },
    async goTo(moment) {
      clock.set(moment)
      await enter('/v1/session', { email: OWNER.email, password: OWNER.password })
    },
    async cli<T>(...args: string[]) {
      const openContext = async () => ({ ...context, close: async () => undefined })
      const { exitCode, stdout, stderr } = await runCli([...args, '--json'], { openContext })
      if (exitCode !== 0) throw new Error(`zhanggui ${args.join(' ')} ended with ${exitCode}: ${stderr}`)
      return JSON.parse(stdout) as T
    },
    async close() {
      await app.close()
      await context.close()
    },
  }
}
