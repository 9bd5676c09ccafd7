import type { Rng } from '@zhanggui/kernel'
import type { Admission, AdmissionOptions, Answer, Command, Journal, Recovered } from '../../src/index.ts'
import { digestOf, encodeFrame } from '../../src/index.ts'
import { Reference } from '../model/reference.ts'
import { worldFaults } from '../support/world.ts'
import { type Step, stepAt } from './history.ts'
import type { SimDisk } from './sim-disk.ts'
import { TINY_OPTIONS } from './tiny-options.ts'
import { ToldAnswers } from './told-answers.ts'

/** The package as it is, or with a bug planted in it. */
export type OrdersModule = typeof import('../../src/index.ts')

const SEGMENT_BYTES = 6000

/** `lastFrame`: sequence of the last frame that was replayed; 0: none was. */
type Found = Recovered & { lastFrame: number }

/** A core on its disk, with everything beside it that knows better: the model, the history, what clients have been told. */
export class Server {
  readonly problems: string[] = []
  history: Step[] = []
  boundaries = 0
  crashes = 0
  private readonly orders: OrdersModule
  private readonly rng: Rng
  private readonly options: AdmissionOptions
  private readonly told = new ToldAnswers()
  private acknowledgedSequence = 0
  private disk: SimDisk
  private core: Admission
  private journal: Journal
  /** The batch that was taken last: journaled or not when the machine crashes. */
  private sent: readonly Command[] = []
  private model: Reference
  private crashAt: number
  private crashed = false
  /** What a frame came to at crashes tried before it was run: to be compared when it has been. */
  private early: { sequence: number; digest: number }[] = []

  constructor(orders: OrdersModule, disk: SimDisk, { rng, crashAt }: { rng: Rng; crashAt: number }) {
    this.orders = orders
    this.rng = rng
    this.crashAt = crashAt
    this.core = orders.createAdmission(TINY_OPTIONS)
    this.options = this.core.options
    this.journal = orders.createJournal(disk, this.options, undefined, SEGMENT_BYTES)
    this.model = new Reference(this.options)
    this.disk = disk
    this.watch()
  }

  /** Takes a batch; gives the commands that were answered. A crash or a full disk on the way: none. */
  run(commands: readonly Command[], now: number): readonly Command[] {
    this.sent = commands
    const decided = this.orders.decideDurably(this.journal, this.core, encodeFrame(commands), now)
    if (!decided.ok) {
      this.restart()
      return []
    }
    this.answer(commands)
    return commands
  }

  private answer(commands: readonly Command[]): void {
    const sequence = this.journal.sequence - 1
    const step = this.note(sequence, this.core, commands)
    for (const { sequence: at, digest } of this.early)
      if (at === sequence && !step.digests.includes(digest))
        this.fail('a crash before the answer came to another state')
    this.early = []
    this.compareAnswers(step)
    this.acknowledgedSequence = sequence
  }

  private note(sequence: number, core: Admission, commands: readonly Command[]): Step {
    const step = { sequence, now: core.clock[0] as number, commands, digests: [digestOf(core)] }
    this.history.push(step)
    return step
  }

  /** The clock is read between frames; nothing of it is journaled. */
  tick(now: number): void {
    this.orders.advanceTo(this.core, now)
    this.model.advance(now)
    this.orders.clearEvents(this.core.events)
  }

  /** The next frame begins a segment, as when somebody else is to take a snapshot. */
  closeSegment(): void {
    this.orders.closeSegment(this.journal)
  }

  snapshot(): void {
    try {
      // What is open is closed first: a snapshot lets go of closed segments only.
      this.orders.closeSegment(this.journal)
      this.history.at(-1)?.digests.push(digestOf(this.core))
      this.orders.writeSnapshot(this.disk, this.core, this.orders.pointOf(this.journal))
      this.orders.truncateJournal(this.disk)
    } catch {
      // A full disk stops the snapshot, not the core: somebody makes room. A crash stops everything.
      if (this.crashed) this.restart()
      else this.disk.room = Number.POSITIVE_INFINITY
    }
  }

  /** Everything a client was ever told is told again, word for word, or is older than what is remembered. */
  checkAcknowledged(): void {
    const clone = this.recovered(this.disk)
    if (!clone) return
    const sent = this.history.flatMap(({ commands }) => commands)
    const now = this.history.at(-1)?.now ?? 0
    for (const problem of this.told.problemsOf(this.orders, clone.core, { sent, now })) this.fail(problem)
  }

  /** One bit turned anywhere on the disk is found, or makes no difference; it is never believed. Gives 1 where it was found. */
  checkRot(): number {
    const rot = this.disk.rotten(this.rng)
    if (!rot) return 0
    const result = this.orders.recover(rot.disk, this.options)
    if (!result.ok) return 1
    const { core, report } = result.value
    if (report.lastSequence < this.acknowledgedSequence) this.fail(`rot at ${rot.where} lost an answer`)
    else if (!stepAt(this.history, report.lastSequence)?.digests.includes(digestOf(core)))
      this.fail(`rot at ${rot.where} was believed`)
    return 0
  }

  /** When all time is up no unit is held for anybody, and none has gone. */
  checkDrained(now: number): void {
    this.orders.advanceTo(this.core, now)
    for (const problem of worldFaults(this.core)) this.fail(problem)
    for (let item = 1; item < this.options.items; item++) {
      const stock = this.orders.readItem(this.core, item)
      if (stock && stock.kind !== 'bundle' && stock.held + stock.locked > 0) this.fail(`item ${item}: units are stuck`)
    }
  }

  private compareAnswers(step: Step): void {
    for (const [i, command] of step.commands.entries()) {
      const answer = this.orders.readAnswer(this.core.answers, i)
      const expected = this.model.apply(command, step.now)
      for (const [name, value] of Object.entries(expected))
        if (answer[name as keyof Answer] !== value)
          this.fail(
            `${JSON.stringify(command)}: answered ${JSON.stringify(answer)}, the model says ${JSON.stringify(expected)}`,
          )
      if (this.orders.isDecided(this.orders.RESULT[answer.code])) this.told.note(command, answer)
    }
    for (const problem of worldFaults(this.core)) this.fail(problem)
  }

  private watch(): void {
    this.disk.boundary = () => {
      if (this.crashed) throw new Error('The machine is off')
      this.boundaries++
      this.tryCrash()
      if (this.crashAt-- !== 0) return
      this.crashed = true
      throw new Error('The machine has crashed')
    }
  }

  /** What would be found if the machine crashed now. */
  private tryCrash(): void {
    const found = this.recovered(this.disk.crashed(this.rng))
    if (!found) return
    for (const problem of worldFaults(found.core)) this.fail(`crash: ${problem}`)
    const digest = digestOf(found.core)
    if (found.lastFrame > this.lastSequence()) this.early.push({ sequence: found.lastFrame, digest })
    else this.checkFound('crash', found, digest)
  }

  private lastSequence(): number {
    return this.history.at(-1)?.sequence ?? 0
  }

  private checkFound(when: string, found: Found, digest: number): void {
    const { lastSequence } = found.report
    if (lastSequence < this.acknowledgedSequence)
      this.fail(`${when}: answered up to ${this.acknowledgedSequence}, found ${lastSequence}`)
    const step = stepAt(this.history, lastSequence)
    if (step && !step.digests.includes(digest))
      this.fail(`${when}: the state found is not the state that was answered for`)
  }

  /** `replayed`: is told the state after each frame. */
  private recovered(disk: SimDisk, replayed?: (sequence: number, core: Admission) => void): Found | undefined {
    let lastFrame = 0
    const result = this.orders.recover(disk, this.options, {
      segmentBytesMax: SEGMENT_BYTES,
      onReplay: (core, _frame, head) => {
        lastFrame = head.sequence
        replayed?.(lastFrame, core)
      },
    })
    if (result.ok) return { ...result.value, lastFrame }
    this.fail(`not recovered: ${result.error.message}`)
    return undefined
  }

  /** Goes on from what is on the disk; a frame that was not answered may have come through or not. */
  private restart(): void {
    this.crashes++
    if (!this.crashed && !this.journal.fault) this.fail('a frame was refused without a fault')
    this.disk = this.crashed ? this.disk.crashed(this.rng) : this.disk
    this.disk.room = Number.POSITIVE_INFINITY
    this.disk.boundary = () => undefined
    this.crashed = false
    const answered = this.lastSequence()
    const found = this.recovered(this.disk, (sequence, core) => {
      if (sequence > answered) this.note(sequence, core, this.sent)
    })
    if (!found) return
    if (this.lastSequence() === answered) this.checkFound('restart', found, digestOf(found.core))
    this.core = found.core
    this.journal = found.journal
    this.early = []
    this.rebuildModel()
    this.watch()
  }

  /** The model goes back to what came through, and to the instant the core has reached. */
  private rebuildModel(): void {
    this.model = new Reference(this.options)
    for (const step of this.history) for (const command of step.commands) this.model.apply(command, step.now)
    this.model.advance(this.core.clock[0] as number)
  }

  /** From here on nothing crashes any more. */
  settle(): void {
    this.disk.boundary = () => undefined
  }

  private fail(problem: string): void {
    this.problems.push(problem)
  }
}
