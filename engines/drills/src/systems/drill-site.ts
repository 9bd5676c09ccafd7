import { assert } from '@zhanggui/kernel'
import {
  type Admission,
  type AdmissionOptions,
  type Answer,
  type Command,
  decideDurably,
  encodeFrame,
  type Journal,
  MemoryDisk,
  readAnswer,
  recover,
} from '@zhanggui/orders'

type Piece = { name: string; bytes: Uint8Array; arrivesAt: number; position: number }

/** A disk whose every piece is on its way to the other site as soon as it is written here. */
class PipedDisk extends MemoryDisk {
  position = 0
  readonly pipe: Piece[] = []
  now = 0
  private readonly delayMs: number

  constructor(delayMs: number) {
    super()
    this.delayMs = delayMs
  }

  override append(name: string, bytes: Uint8Array): void {
    super.append(name, bytes)
    this.position += bytes.length
    this.pipe.push({ name, bytes: bytes.slice(), arrivesAt: this.now + this.delayMs, position: this.position })
  }
}

type Held = { position: number; deliver: () => void }

/**
 * One site with a real core on a disk in memory. Answers leave when the other site has what they rest on, one way there and one back,
 * as on the server; a site that is lost takes what is on its way with it.
 */
export class DrillSite {
  readonly name: string
  readonly disk: PipedDisk
  isAlive = true
  /** It has everything the leader answered. */
  isInStep = false
  private core: Admission | undefined
  private journal: Journal | undefined
  private readonly held: Held[] = []
  private kept = 0
  private readonly delayMs: number

  constructor(name: string, delayMs: number) {
    this.name = name
    this.delayMs = delayMs
    this.disk = new PipedDisk(delayMs)
  }

  /** From what is on its disk, as after any other loss. Gives the records that were replayed. */
  lead(options: AdmissionOptions): number {
    const found = recover(this.disk, options)
    assert(found.ok, 'what a site was sent can be recovered')
    this.core = found.value.core
    this.journal = found.value.journal
    return found.value.report.recordsReplayed
  }

  /** Decides; each answer is delivered when `follower` has it, or at once where there is none. */
  decide(
    commands: readonly Command[],
    { now, follower, deliver }: { now: number; follower: DrillSite | undefined; deliver: (answers: Answer[]) => void },
  ): void {
    const { core, journal } = this
    assert(core && journal, 'a site that leads has a core')
    this.disk.now = now
    const decided = decideDurably(journal, core, encodeFrame(commands), now)
    assert(decided.ok, 'a disk in memory does not fail')
    const answers = commands.map((_, i) => readAnswer(core.answers, i))
    if (follower?.isAlive) this.held.push({ position: this.disk.position, deliver: () => deliver(answers) })
    else deliver(answers)
  }

  /** What has arrived by now is on the follower's disk; its word is back one way later. */
  passTime(now: number, follower: DrillSite | undefined): void {
    if (!this.isAlive || !follower?.isAlive) return
    while (this.disk.pipe[0] && this.disk.pipe[0].arrivesAt <= now) {
      const piece = this.disk.pipe.shift()
      if (piece) follower.take(piece)
    }
    this.kept = follower.keptAt(now - this.delayMs)
    while (this.held[0] && this.held[0].position <= this.kept) this.held.shift()?.deliver()
  }

  /** Everything it decided has been answered. */
  get isSettled(): boolean {
    return this.held.length === 0
  }

  /** Nothing is heard of it any more, nor of what it was about to say. */
  lose(): void {
    this.isAlive = false
    this.held.length = 0
    this.disk.pipe.length = 0
  }

  readOn(read: (core: Admission) => unknown): unknown {
    return this.core && read(this.core)
  }

  private readonly arrivals: { at: number; position: number }[] = []

  private take({ name, bytes, arrivesAt, position }: Piece): void {
    MemoryDisk.prototype.append.call(this.disk, name, bytes)
    this.arrivals.push({ at: arrivesAt, position })
  }

  private keptAt(at: number): number {
    return this.arrivals.findLast((arrival) => arrival.at <= at)?.position ?? 0
  }
}
