import { Worker } from 'node:worker_threads'
import type { Lapse } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { submitAsFrames } from './submit-as-frames.ts'
import type { FromThread, Questions, ThreadOrder, Topic } from './thread-messages.ts'
import type { LocalCore } from './trade-core.ts'

/** `onTrouble`: what somebody should know. `onEnd`: a core that was there is gone, by `close` or by itself. */
export type ThreadEars = { onTrouble: (message: string) => void; onEnd: () => void }

type Call = { resolve: (answer: never) => void; reject: (cause: Error) => void }

/** A thread that answers questions by number; all that are open fail when it ends. */
class CoreThread {
  onLapses: (lapses: readonly Lapse[]) => void = () => undefined
  authenticate: (key: string) => Promise<boolean> = async () => false
  readonly ready: Promise<void>
  private readonly worker: Worker
  private readonly calls = new Map<number, Call>()
  private lastCall = 0
  private ended = false

  constructor(order: ThreadOrder, { onTrouble, onEnd }: ThreadEars) {
    this.worker = new Worker(new URL('./core-thread.ts', import.meta.url), { workerData: order })
    let isReady = false
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('error', (cause) => {
        onTrouble(String(cause))
        reject(cause)
      })
      this.worker.on('exit', () => {
        this.end()
        if (isReady) onEnd()
        reject(new ApiFailure('trade_stopped'))
      })
      this.worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          isReady = true
          resolve()
        } else if (message.kind === 'damaged') reject(new ApiFailure('trade_damaged', message.facts))
        else if (message.kind === 'trouble') onTrouble(message.message)
        else if (message.kind === 'lapses') this.onLapses(message.lapses)
        else if (message.kind === 'authenticate') void this.tellWhetherItOpens(message)
        else if (message.kind === 'failed') this.fail(message.call, new Error(message.message))
        else this.settle(message.call, message.answer)
      })
    })
  }

  ask<T extends Topic>(topic: T, ask: Questions[T]['ask']): Promise<Questions[T]['answer']> {
    if (this.ended) return Promise.reject(new ApiFailure('trade_stopped'))
    this.lastCall++
    const call = this.lastCall
    return new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject })
      this.worker.postMessage({ topic, call, ask })
    })
  }

  private async tellWhetherItOpens({ question, key }: { question: number; key: string }): Promise<void> {
    const opens = await this.authenticate(key).catch(() => false)
    this.worker.postMessage({ topic: 'authenticated', call: 0, ask: { question, opens } })
  }

  private fail(call: number, cause: Error): void {
    this.calls.get(call)?.reject(cause)
    this.calls.delete(call)
  }

  private settle(call: number, answer: unknown): void {
    this.calls.get(call)?.resolve(answer as never)
    this.calls.delete(call)
  }

  private end(): void {
    this.ended = true
    for (const { reject } of this.calls.values()) reject(new ApiFailure('trade_stopped'))
    this.calls.clear()
  }
}

/**
 * A core in a thread of its own, on a folder.
 * Errors: rejects with `ApiFailure` `trade_damaged`, naming what is wrong on disk and where.
 */
export async function openThreadCore(order: ThreadOrder, ears: ThreadEars): Promise<LocalCore> {
  const thread = new CoreThread(order, ears)
  await thread.ready
  const listeners = new Set<(lapse: Lapse) => void>()
  thread.onLapses = (lapses) => {
    for (const lapse of lapses) for (const listener of listeners) listener(lapse)
  }
  const decide = (frame: Int32Array, count: number): Promise<Int32Array> => thread.ask('decide', { frame, count })
  let closing: Promise<unknown> | undefined
  return {
    async submit(commands) {
      if (closing) throw new ApiFailure('trade_stopped')
      return submitAsFrames(decide, commands, order.options.commandsMax)
    },
    readItem: (item) => thread.ask('item', item),
    readOrder: (id) => thread.ask('order', id),
    onLapse(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    figures: () => thread.ask('figures', null),
    listen(place, authenticate) {
      thread.authenticate = authenticate
      return thread.ask('listen', place)
    },
    async close() {
      closing ??= thread.ask('close', null)
      await closing
    },
  }
}
