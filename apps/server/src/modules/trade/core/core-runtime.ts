import type { CoreFigures, RecoveryFigures } from '@zhanggui/contract'
import {
  type AdmissionOptions,
  type Disk,
  type JournalFault,
  type Lapse,
  RESULT,
  type Recovered,
  recover,
} from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { WireTarget } from '../wire/wire-connection.ts'
import { openWireServer, type WirePlace, type WireServer } from '../wire/wire-server.ts'
import type { AnswerGuard } from './answer-guard.ts'
import { CoreCensus } from './core-census.ts'
import { answersOf, type CoreClocks, CoreLoop, type Waiting } from './core-loop.ts'
import { damagedCore } from './damaged-core.ts'
import type { FileDisk } from './file-disk.ts'
import { bytesAfterSnapshot, journalFigures, snapshotFigures } from './journal-figures.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'

export type RuntimeOptions = {
  /** A folder, with when to take snapshots of it; or a disk in memory. */
  store: { disk: FileDisk; folder: string; snapshotBytes: number } | { disk: Disk; folder?: never }
  options: AdmissionOptions
  clocks: CoreClocks
  /** Commands that may wait; more are answered `busy`. */
  queueMax: number
  /** Holds answers back until another site has what they rest on. */
  guard?: AnswerGuard
  /** What somebody should know: the journal has stopped, or a snapshot could not be taken. */
  onTrouble?: (trouble: JournalFault | Error) => void
}

/** How often time is let pass where no command comes: with the wheel's 16 ms, units are free within 26 ms of their deadline. */
const TICK_MS = 10

const millisecondsSince = (start: number, clocks: CoreClocks): number => Math.round(clocks.elapsed() - start)

function recoveryFigures({ report }: Recovered, tookMs: number): RecoveryFigures {
  return {
    tookMs,
    snapshot: report.snapshot ?? null,
    damagedSnapshots: report.damagedSnapshots,
    recordsReplayed: report.recordsReplayed,
    cutFile: report.cut?.file ?? null,
  }
}

/** A core at work in this thread: decides what waits, lets time pass, counts, takes snapshots. */
export class CoreRuntime {
  readonly loop: CoreLoop
  onLapse: (lapses: readonly Lapse[]) => void = () => undefined
  private readonly given: RuntimeOptions
  private readonly recovery: RecoveryFigures
  private readonly census: CoreCensus
  private readonly snapshots: SnapshotKeeper | undefined
  private readonly ticking: NodeJS.Timeout
  private turning: NodeJS.Immediate | undefined
  private isClosed = false
  private wire: WireServer | undefined
  private faultTold = false

  /** Errors: throws `ApiFailure` `trade_damaged`, naming what is wrong on disk and where. */
  constructor(given: RuntimeOptions) {
    const start = given.clocks.elapsed()
    const found = recover(given.store.disk, given.options)
    if (!found.ok) throw damagedCore(found.error)
    this.given = given
    this.recovery = recoveryFigures(found.value, millisecondsSince(start, given.clocks))
    this.loop = new CoreLoop(found.value.core, found.value.journal, given)
    this.census = new CoreCensus(found.value.core)
    this.snapshots = this.keepSnapshots()
    this.ticking = setInterval(() => this.tick(), TICK_MS)
    this.ticking.unref()
  }

  enqueue(waiting: Waiting): void {
    this.loop.enqueue(this.given.guard ? this.guarded(waiting, this.given.guard) : waiting)
    this.turnSoon()
  }

  /**
   * Serves binary frames at a place until the core is closed. Gives the port, where it is one.
   * Errors: rejects with what the system says when the place cannot be listened on.
   */
  async listen(place: WirePlace, authenticate: WireTarget['authenticate']): Promise<number | undefined> {
    this.wire = await openWireServer(place, {
      commandsMax: this.loop.core.options.commandsMax,
      enqueue: (waiting) => this.enqueue(waiting),
      elapsed: this.given.clocks.elapsed,
      authenticate,
    })
    return this.wire.port
  }

  /**
   * What holds at the instant of asking: what has lapsed by then is free, however busy this thread was since the last tick.
   * It may rest on what nobody was told yet. Errors: rejects with `trade_stopped` where nothing may be told any more.
   */
  read<T>(ask: () => T): Promise<T> {
    const { guard } = this.given
    this.letTimePass()
    if (!guard) return Promise.resolve(ask())
    const found = ask()
    return new Promise((resolve, reject) =>
      guard.release((mayTell) => (mayTell ? resolve(found) : reject(new ApiFailure('trade_stopped')))),
    )
  }

  figures(): CoreFigures {
    const { loop, census, recovery, given } = this
    const { clocks, store } = given
    const { folder } = store
    return {
      backend: folder ? 'journal' : 'memory',
      at: new Date(clocks.now()).toISOString(),
      ...loop.meter.read(clocks.elapsed()),
      queued: loop.queued,
      queueMax: loop.queueMax,
      ...census.latest,
      journal: folder
        ? journalFigures(loop.journal, { folder, bytesSinceSnapshot: this.snapshots?.bytesSince ?? 0 })
        : null,
      snapshot: folder ? snapshotFigures(folder) : null,
      recovery,
    }
  }

  /** Answers what waits and leaves a snapshot behind, so that the next start has nothing to replay. */
  async close(): Promise<void> {
    clearInterval(this.ticking)
    while (this.loop.turn());
    await this.given.guard?.close()
    // What came in by the wire meanwhile.
    while (this.loop.turn());
    this.isClosed = true
    clearImmediate(this.turning)
    await this.wire?.close()
    await this.snapshots?.close()
    if (this.given.store.folder) this.given.store.disk.close()
  }

  private keepSnapshots(): SnapshotKeeper | undefined {
    const { store, onTrouble } = this.given
    if (!store.folder) return undefined
    const bytesReplayed = bytesAfterSnapshot(this.loop.journal, store.folder)
    return new SnapshotKeeper(this.loop, { ...store, bytesReplayed, onFailure: (cause) => onTrouble?.(cause) })
  }

  /** What is on its way in is read first: it may then go with the next group. */
  private turnSoon(): void {
    if (!this.isClosed) this.turning ??= setImmediate(this.turn)
  }

  private readonly turn = (): void => {
    this.turning = undefined
    if (this.loop.turn()) this.turnSoon()
    this.tellFault()
    this.snapshots?.takeIfDue()
  }

  private letTimePass(): void {
    if (this.isClosed) return
    const lapses = this.loop.tick()
    if (lapses.length > 0) this.tellLapses(lapses)
  }

  private tick(): void {
    this.letTimePass()
    this.census.step(this.loop.isBusy ? 'busy' : 'idle')
  }

  private tellLapses(lapses: readonly Lapse[]): void {
    const { guard } = this.given
    if (guard) guard.release((mayTell) => mayTell && this.onLapse(lapses))
    else this.onLapse(lapses)
  }

  /** What may not be told any more is answered as what nobody knows: the same request again, wherever it is decided now, says it. */
  private guarded(waiting: Waiting, guard: AnswerGuard): Waiting {
    const unknown = (): Int32Array => answersOf(RESULT.busy, waiting.count)
    return {
      ...waiting,
      answer: (answers) => guard.release((mayTell) => waiting.answer(mayTell ? answers : unknown())),
    }
  }

  private tellFault(): void {
    const { fault } = this.loop.journal
    if (!fault || this.faultTold) return
    this.faultTold = true
    this.given.onTrouble?.(fault)
  }
}
