import { type Lapse, readItem, readOrder } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { CoreRuntime, type RuntimeOptions } from './core-runtime.ts'
import { submitAsFrames } from './submit-as-frames.ts'
import type { LocalCore } from './trade-core.ts'

/**
 * A core in this process and thread. Recovers from the disk it is given.
 * Errors: throws `ApiFailure` `trade_damaged`, naming what is wrong on disk and where.
 */
export const openInProcessCore = (options: RuntimeOptions): LocalCore =>
  coreOfRuntime(new CoreRuntime(options), options)

/** A core that is at work in this thread already. */
export function coreOfRuntime(runtime: CoreRuntime, options: Pick<RuntimeOptions, 'clocks'>): LocalCore {
  const { core } = runtime.loop
  const listeners = new Set<(lapse: Lapse) => void>()
  let closing: Promise<void> | undefined
  runtime.onLapse = (lapses) => {
    for (const lapse of lapses) for (const listener of listeners) listener(lapse)
  }
  const decide = (frame: Int32Array, count: number): Promise<Int32Array> =>
    new Promise((answer) => runtime.enqueue({ frame, count, since: options.clocks.elapsed(), answer }))
  return {
    async submit(commands) {
      if (closing) throw new ApiFailure('trade_stopped')
      return submitAsFrames(decide, commands, core.options.commandsMax)
    },
    readItem: (item) => runtime.read(() => readItem(core, item)),
    readOrder: (id) => runtime.read(() => readOrder(core, id)),
    onLapse(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    figures: async () => runtime.figures(),
    listen: (place, authenticate) => runtime.listen(place, authenticate),
    close() {
      closing ??= runtime.close()
      return closing
    },
  }
}
