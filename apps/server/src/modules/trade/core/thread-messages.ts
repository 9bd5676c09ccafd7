import type { CoreFigures } from '@zhanggui/contract'
import type { AdmissionOptions, Id, ItemStock, Lapse, OrderView } from '@zhanggui/orders'
import type { FailureFacts } from '../../../http/api-failure.ts'
import type { ThreadLead } from '../standby/open-thread-lead.ts'
import type { WirePlace } from '../wire/wire-server.ts'

/** What the thread of a core is started with. */
export type ThreadOrder = {
  folder: string
  options: AdmissionOptions
  queueMax: number
  snapshotBytes: number
  /** The site leads for this shop, and another may follow. */
  site?: ThreadLead
}

/** What may be asked of the thread, and what it gives back for it. */
export type Questions = {
  decide: { ask: { frame: Int32Array; count: number }; answer: Int32Array }
  item: { ask: number; answer: ItemStock | undefined }
  order: { ask: Id; answer: OrderView | undefined }
  figures: { ask: null; answer: CoreFigures }
  /** Gives the port listened on; rejected with what the system says. */
  listen: { ask: WirePlace; answer: number | undefined }
  /** What the thread was told of a key it asked about; gives nothing. */
  authenticated: { ask: { question: number; opens: boolean }; answer: null }
  close: { ask: null; answer: null }
}
export type Topic = keyof Questions

export type ToThread = { [T in Topic]: { topic: T; call: number; ask: Questions[T]['ask'] } }[Topic]

export type FromThread =
  | { kind: 'ready' }
  | { kind: 'damaged'; facts: FailureFacts }
  | { kind: 'answer'; call: number; answer: Questions[Topic]['answer'] }
  | { kind: 'failed'; call: number; message: string }
  | { kind: 'authenticate'; question: number; key: string }
  | { kind: 'lapses'; lapses: readonly Lapse[] }
  | { kind: 'trouble'; message: string }
