import type { AdmissionOptions, Command, CommandOf, Id } from '../../src/index.ts'
import { isDecided, RESULT } from '../../src/index.ts'
import { ModelGates } from './model-gates.ts'
import { modelAdjust, modelChange, modelOpen } from './model-items.ts'
import { giveAll, modelPay, modelPayDeposit, modelRelease, modelReturn } from './model-orders.ts'
import { modelReserve } from './model-reserve.ts'
import type { Books } from './model-stock.ts'
import { keyText, type ModelAnswer, type ModelOrder, type Verdict } from './model-types.ts'

const TICK_MS = 16
const idText = (id: Id): string => id.join('/')

/** What of a command makes it the same request when it comes again. */
function contentText(command: Command): string {
  if (command.kind !== 'reserve' && command.kind !== 'enterGate') return JSON.stringify({ ...command, issuedAt: 0 })
  return JSON.stringify({ ...command, issuedAt: 0, signals: 0 })
}

type Remembered = { content: string; answer: ModelAnswer; issuedAt: number }

/** The whole model: one command at a time, at an instant. */
export class Reference {
  readonly books: Books = { items: new Map(), limits: new Map() }
  readonly orders = new Map<string, ModelOrder>()
  private readonly gates: ModelGates
  private readonly blocks = new Map<string, number>()
  private readonly remembered = new Map<string, Remembered>()
  private readonly options: AdmissionOptions
  private horizon = 0
  private now = 0

  constructor(options: AdmissionOptions) {
    this.options = options
    this.gates = new ModelGates(options)
  }

  /** Lets time pass: what is due by the last tick lapses or is forgotten. */
  advance(now: number): void {
    this.now = Math.max(this.now, now)
    const passed = (instant: number): boolean => Math.ceil(instant / TICK_MS) <= Math.floor(this.now / TICK_MS)
    for (const [id, order] of this.orders) {
      if ((order.state === 'held' || order.state === 'locked') && passed(order.deadline)) {
        giveAll(this.books, order, order.state)
        order.state = 'lapsed'
        order.deadline += this.options.orderRetentionMs
      }
      if (order.state !== 'held' && order.state !== 'locked' && passed(order.deadline)) this.orders.delete(id)
    }
  }

  apply(command: Command, now: number): ModelAnswer {
    this.advance(now)
    const id = idText(command.id)
    const content = contentText(command)
    const known = this.remembered.get(id)
    if (known)
      return known.content === content ? { ...known.answer, repeated: true } : fullAnswer({ code: 'id_reused' })
    const answer = fullAnswer(this.untimely(command) ?? this.decide(command))
    if (isDecided(RESULT[answer.code])) this.remember(id, { content, answer, issuedAt: command.issuedAt })
    return answer
  }

  private untimely({ issuedAt }: Command): Verdict | undefined {
    if (issuedAt <= this.horizon || issuedAt < this.now - this.options.replyRetentionMs) return { code: 'too_old' }
    return issuedAt > this.now + this.options.clockSkewMs ? { code: 'from_future' } : undefined
  }

  private remember(id: string, entry: Remembered): void {
    const oldest = this.remembered.entries().next().value
    if (oldest && this.remembered.size === this.options.replies) {
      this.remembered.delete(oldest[0])
      this.horizon = Math.max(this.horizon, oldest[1].issuedAt)
    }
    this.remembered.set(id, entry)
  }

  private decide(command: Command): Verdict {
    switch (command.kind) {
      case 'openItem':
        return modelOpen(this.books, this.options, command)
      case 'changeTerms':
        return modelChange(this.books, this.options, command)
      case 'adjustStock':
        return modelAdjust(this.books, command)
      case 'reserve':
        return this.reserve(command)
      case 'openGate':
        return this.gates.open(command, this.now)
      case 'enterGate':
        return this.gates.enter(command, this.isBlocked(command), this.now)
      case 'block':
        this.blocks.set(keyText(command.key), command.untilSeconds)
        return { code: 'accepted' }
      case 'setScorecard':
        throw new Error('The model knows no scorecards')
      default:
        return this.onOrder(command)
    }
  }

  private isBlocked(command: CommandOf<'enterGate'>): boolean {
    const until = (key: string): number => (this.blocks.get(key) ?? 0) * 1000
    return this.now < Math.max(until(keyText(command.buyer)), until(keyText(command.signals.source)))
  }

  private reserve(command: CommandOf<'reserve'>): Verdict {
    if (this.orders.has(idText(command.id))) return { code: 'order_exists' }
    if (this.orders.size >= this.options.orders) return { code: 'core_full' }
    const { books, gates, options, blocks, now } = this
    const { verdict, order } = modelReserve({ books, gates, options, blocks, now }, command)
    if (order) this.orders.set(idText(command.id), order)
    return verdict
  }

  private onOrder(
    command: CommandOf<'pay'> | CommandOf<'payDeposit'> | CommandOf<'release'> | CommandOf<'returnGoods'>,
  ): Verdict {
    const order = this.orders.get(idText(command.order))
    if (!order) return { code: 'order_unknown' }
    const context = { books: this.books, options: this.options, now: this.now }
    switch (command.kind) {
      case 'pay':
        return modelPay(context, order, command)
      case 'payDeposit':
        return modelPayDeposit(context, order, command)
      case 'release':
        return modelRelease(context, order)
      case 'returnGoods':
        return modelReturn(context, order, command)
    }
  }
}

const fullAnswer = (verdict: Verdict): ModelAnswer => ({
  line: 0,
  repeated: false,
  giftAlternative: false,
  giftLeftOut: false,
  detail: 0,
  ...verdict,
})
