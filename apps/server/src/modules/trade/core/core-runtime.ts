import type { CoreFigures, RecoveryFigures } from '@zhanggui/contract'
import {
  type AdmissionOptions,
  type Disk,
  type JournalFault,
  type Lapse,
  type Recovered,
  recover,
} from '@zhanggui/orders'
import type { WireTarget } from '../wire/wire-connection.ts'
import { openWireServer, type WirePlace, type WireServer } from '../wire/wire-server.ts'
import { CoreCensus } from './core-census.ts'
import { type CoreClocks, CoreLoop, type Waiting } from './core-loop.ts'
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
    this.loop.enqueue(waiting)
    this.turning ??= setImmediate(this.turn)
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
    clearImmediate(this.turning)
    while (this.loop.turn());
    await this.wire?.close()
    await this.snapshots?.close()
  }

  private keepSnapshots(): SnapshotKeeper | undefined {
    const { store, onTrouble } = this.given
    if (!store.folder) return undefined
    const bytesReplayed = bytesAfterSnapshot(this.loop.journal, store.folder)
    return new SnapshotKeeper(this.loop, { ...store, bytesReplayed, onFailure: (cause) => onTrouble?.(cause) })
  }

  private readonly turn = (): void => {
    this.turning = this.loop.turn() ? setImmediate(this.turn) : undefined
    this.tellFault()
    this.snapshots?.takeIfDue()
  }

  private tick(): void {
    const lapses = this.loop.tick()
    if (lapses.length > 0) this.onLapse(lapses)
    this.census.step()
  }

  private tellFault(): void {
    const { fault } = this.loop.journal
    if (!fault || this.faultTold) return
    this.faultTold = true
    this.given.onTrouble?.(fault)
  }
}
