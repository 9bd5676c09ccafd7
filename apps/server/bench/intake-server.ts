/**
 * A real server on a fresh folder for the intake part, in a process of its own as in production.
 * Sends `{ address, secret }` when it listens, answers the message `count` with the events it holds, ends on `stop`.
 */
import { createEventKey } from '../src/modules/admin/event-keys.ts'
import { createStore } from '../src/modules/admin/stores.ts'
import { serve } from '../src/serve.ts'
import { readSettings } from '../src/settings.ts'
import { BENCH_STORE } from './generated-year.ts'

const tell = (message: unknown): void => {
  process.send?.(message)
}

const running = await serve(readSettings({ ...process.env, PORT: '0', LOG_LEVEL: 'silent' }), {
  demo: false,
  print: () => undefined,
})
const { context } = running
await createStore(context, { id: BENCH_STORE, name: BENCH_STORE }, { actor: 'bench' })
const { secret } = await createEventKey(context, BENCH_STORE, { name: 'bench' }, { actor: 'bench' })

process.on('message', async (message) => {
  if (message === 'count') {
    const [row] = await context.facts.query<{ n: number }>('SELECT count() AS n FROM events')
    tell({ count: row?.n ?? 0 })
  }
  if (message === 'stop') {
    await running.close()
    process.disconnect()
  }
})
tell({ address: running.address, secret })
