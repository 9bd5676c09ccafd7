import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '@zhanggui/kernel'
import { readItem, readOrder } from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { openThreadLead } from '../standby/open-thread-lead.ts'
import { CoreRuntime, type RuntimeOptions } from './core-runtime.ts'
import { FileDisk } from './file-disk.ts'
import type { FromThread, ThreadOrder, ToThread } from './thread-messages.ts'

/** The thread in which a core runs, so that pages and reports do not keep its decisions waiting. */

assert(parentPort, 'this file is the start of a thread')
const port = parentPort
const tell = (message: FromThread): void => port.postMessage(message)

async function open({ folder, snapshotBytes, site, ...order }: ThreadOrder): Promise<CoreRuntime | undefined> {
  const given: Omit<RuntimeOptions, 'store'> = {
    ...order,
    clocks: { now: Date.now, elapsed: () => performance.now() },
    onTrouble: ({ message }) => tell({ kind: 'trouble', message }),
  }
  try {
    if (site) return await openThreadLead(site, { ...given, folder, snapshotBytes }, endOfLead)
    return new CoreRuntime({ ...given, store: { disk: new FileDisk(folder), folder, snapshotBytes } })
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) throw cause
    tell({ kind: 'damaged', facts: cause.facts })
    return undefined
  }
}

/** Another site decides from here on: what is under way ends, and so does this thread. */
function endOfLead(why: string): void {
  tell({ kind: 'trouble', message: `this site leads no more (${why})` })
  void Promise.resolve(running)
    .then((runtime) => runtime?.close())
    .finally(() => port.close())
}

/** Keys are known to the records, which the main thread alone can ask. */
function createAsker() {
  const questions = new Map<number, (opens: boolean) => void>()
  let last = 0
  return {
    authenticate: (key: string): Promise<boolean> =>
      new Promise((resolve) => {
        last++
        questions.set(last, resolve)
        tell({ kind: 'authenticate', question: last, key })
      }),
    hear: ({ question, opens }: { question: number; opens: boolean }): void => {
      questions.get(question)?.(opens)
      questions.delete(question)
    },
  }
}

/** A question that may not be answered any more fails with the end of this thread. */
const nothing = (): void => undefined

function serve(runtime: CoreRuntime): void {
  const { core } = runtime.loop
  const asker = createAsker()
  runtime.onLapse = (lapses) => tell({ kind: 'lapses', lapses })
  const reply = (call: number, answer: Extract<FromThread, { kind: 'answer' }>['answer']): void =>
    tell({ kind: 'answer', call, answer })
  port.on('message', (message: ToThread) => {
    const { call } = message
    switch (message.topic) {
      case 'decide':
        return runtime.enqueue({
          ...message.ask,
          since: performance.now(),
          answer: (answers) => reply(call, answers),
        })
      case 'item':
        void runtime.read(() => readItem(core, message.ask)).then((item) => reply(call, item), nothing)
        return
      case 'order':
        void runtime.read(() => readOrder(core, message.ask)).then((order) => reply(call, order), nothing)
        return
      case 'figures':
        return reply(call, runtime.figures())
      case 'listen':
        void runtime.listen(message.ask, asker.authenticate).then(
          (listening) => reply(call, listening),
          (cause) => tell({ kind: 'failed', call, message: String(cause) }),
        )
        return
      case 'authenticated':
        asker.hear(message.ask)
        return
      case 'close':
        void runtime.close().then(() => {
          reply(call, null)
          port.close()
        })
    }
  })
  tell({ kind: 'ready' })
}

const running = open(workerData)
const runtime = await running
if (runtime) serve(runtime)
