import { type AdmissionOptions, type Disk, type Lapse, readItem, readOrder, recover } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { CoreCensus } from './core-census.ts'
import { coreFigures } from './core-figures.ts'
import { type CoreClocks, CoreLoop } from './core-loop.ts'
import { damagedCore } from './damaged-core.ts'
import { submitAsFrames } from './submit-as-frames.ts'
import type { TradeCore } from './trade-core.ts'

export type InProcessOptions = {
  disk: Disk
  options: AdmissionOptions
  clocks: CoreClocks
  /** Commands that may wait; more are answered `busy`. */
  queueMax: number
}

/** How often time is let pass where no command comes. */
const TICK_MS = 10

/**
 * A core in this process and thread. Recovers from the disk it is given.
 * Errors: throws `ApiFailure` `trade_damaged`, naming what is wrong on disk and where.
 */
export function openInProcessCore({ disk, options, clocks, queueMax }: InProcessOptions): TradeCore {
  const found = recover(disk, options)
  if (!found.ok) throw damagedCore(found.error)
  const { core, journal } = found.value
  const loop = new CoreLoop(core, journal, { clocks, queueMax })
  const census = new CoreCensus(core)
  const listeners = new Set<(lapse: Lapse) => void>()
  let closed = false
  let turning: NodeJS.Immediate | undefined
  const turn = (): void => {
    turning = loop.turn() ? setImmediate(turn) : undefined
  }
  const ticking = setInterval(() => {
    for (const lapse of loop.tick()) for (const listener of listeners) listener(lapse)
    census.step()
  }, TICK_MS)
  ticking.unref()
  const decide = (frame: Int32Array, count: number): Promise<Int32Array> =>
    new Promise((answer) => {
      loop.enqueue({ frame, count, since: clocks.elapsed(), answer })
      turning ??= setImmediate(turn)
    })
  return {
    async submit(commands) {
      if (closed) throw new ApiFailure('trade_stopped')
      return submitAsFrames(decide, commands, core.options.commandsMax)
    },
    readItem: async (item) => readItem(core, item),
    readOrder: async (id) => readOrder(core, id),
    onLapse(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    figures: async () => coreFigures(loop, census, { backend: 'memory', recovery: null }),
    async close() {
      closed = true
      clearInterval(ticking)
      clearImmediate(turning)
      while (loop.turn());
    },
  }
}
