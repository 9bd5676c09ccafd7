import type { AppOptions } from './app.ts'
import type { Context } from './context.ts'
import { type Listening, listen } from './listen.ts'
import { createSetupProgress } from './modules/admin/setup-progress.ts'
import { prepareDemo } from './modules/drills/demo/prepare-demo.ts'
import { openLeadership } from './modules/live/leadership.ts'
import { TICK_JOBS } from './modules/live/tick-jobs.ts'
import { createTicker } from './modules/live/ticker.ts'
import { serveTradeCores } from './modules/trade/core/serve-cores.ts'
import { atDecidingSite } from './modules/trade/standby/site-leadership.ts'
import { openContext } from './open-context.ts'
import type { Settings } from './settings.ts'

export type ServeOptions = {
  /** Makes the demo shop in the background when the installation has no shop yet. */
  demo: boolean
  /** Where the address and the progress of the demo shop are told; default stdout. */
  print?: (line: string) => void
} & Pick<AppOptions, 'protection'>

export type Running = {
  /** What to open in a browser. */
  address: string
  context: Context
  /** Stops accepting, finishes what was begun, closes the stores. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Runs the server until `close()`.
 * Errors: `HomeInUseError` when another process holds the home folder, `ListenError`; nothing is left open then.
 * @example const running = await serve(readSettings(process.env), { demo: true })
 */
export async function serve(settings: Settings, options: ServeOptions): Promise<Running> {
  const { print = (line) => process.stdout.write(`${line}\n`) } = options
  const context = await openContext(settings)
  const setupProgress = createSetupProgress()
  // Loaded here, so that commands that only open a context do not wait for the HTTP stack.
  const { buildApp } = await import('./app.ts')
  const app = buildApp(context, { setupProgress, ...(options.protection && { protection: options.protection }) })
  const ticker = createTicker({
    context,
    jobs: TICK_JOBS,
    leadership: atDecidingSite(context, openLeadership(context)),
    mayRun: (job) => app.mayRunJob(job),
  })
  const stopping = new AbortController()
  let preparing: Promise<void> = Promise.resolve()
  let trade: Promise<void> = Promise.resolve()
  let listening: Listening | undefined
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= (async () => {
      stopping.abort()
      await Promise.all([listening?.stop(), app.close(), preparing, trade, ticker.stop()])
      await context.close()
    })()
    return closing
  }
  try {
    listening = await listen(app, settings)
    const address = settings.publicUrl ?? listening.address
    print(`掌柜已就绪 · Zhanggui is ready: ${address}`)
    ticker.start()
    // In the background too: a large journal may take seconds to replay, and the pages need not wait for it.
    trade = serveTradeCores(context)
    // In the background: the page answers at once and shows how far the shop is.
    if (options.demo) preparing = prepareDemo(context, { board: setupProgress, print, signal: stopping.signal })
    return { address, context, close }
  } catch (cause) {
    await close()
    throw cause
  }
}
