import {
  type Attack,
  createSourceGuard,
  type GuardOptions,
  isUnderAttack,
  passGuardTime,
  quarantinedNow,
  type SourceGuard,
} from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { takeReading } from '../../drills/plans/take-reading.ts'
import { attackReports } from './schema.ts'

const LOOK_MS = 1000
/** A request is judged before its shop is looked up, so a name may be anything. */
const GUARDS_MAX = 1000

/** What stands before the orders of one shop just now. */
export type ProtectionNow = {
  isUnderAttack: boolean
  quarantined: number
  attack: Attack | null
  startedAt: string | null
}

/**
 * The guards of all shops at this server, and the reports of what they met. Guards run on a clock that only grows.
 */
export class AttackDesk {
  private readonly context: Context
  private readonly elapsed: () => number
  private readonly options: Partial<GuardOptions>
  private readonly guards = new Map<string, SourceGuard>()
  /** What was written down last, the minute that was reported last, and the beginning of the attack, by shop. */
  private readonly written = new Map<string, string>()
  private readonly reported = new Map<string, number>()
  private readonly starts = new Map<string, { from: number; at: Date }>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<unknown> = Promise.resolve()

  constructor(context: Context, elapsed: () => number, options: Partial<GuardOptions> = {}) {
    this.context = context
    this.elapsed = elapsed
    this.options = options
  }

  guardOf(store: string): SourceGuard {
    const guard = this.guards.get(store) ?? createSourceGuard(this.options)
    // Kept by when they were asked for last: names that somebody makes up push each other out, and no shop that is busy.
    this.guards.delete(store)
    this.guards.set(store, guard)
    for (const [longestAgo] of this.guards) {
      if (this.guards.size <= GUARDS_MAX) break
      this.forget(longestAgo)
    }
    return guard
  }

  private forget(store: string): void {
    for (const kept of [this.guards, this.written, this.reported, this.starts]) kept.delete(store)
  }

  start(): void {
    this.timer ??= setInterval(() => void this.look(), LOOK_MS)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.writing
  }

  now(store: string): ProtectionNow {
    const guard = this.guardOf(store)
    const { attack } = guard
    return {
      isUnderAttack: isUnderAttack(guard),
      quarantined: quarantinedNow(guard, this.elapsed()),
      attack,
      startedAt: attack && this.startOf(store, attack).toISOString(),
    }
  }

  /** Writes down what began and what ended. Never rejects: what could not be written is tried again in the next look. */
  async look(): Promise<void> {
    for (const [store, guard] of this.guards) {
      passGuardTime(guard, this.elapsed())
      if (guard.attack) this.writing = this.tell(store, guard.attack)
    }
    await this.writing
  }

  /** The same instant whenever it is asked for: two clocks drift, and the report of an attack is found again by its beginning. */
  private startOf(store: string, { from }: Attack): Date {
    const known = this.starts.get(store)
    if (known?.from === from) return known.at
    const at = this.instantOf(from)
    this.starts.set(store, { from, at })
    return at
  }

  private instantOf(at: number): Date {
    return new Date(this.context.clock.now().getTime() - Math.round(this.elapsed() - at))
  }

  private async tell(store: string, attack: Attack): Promise<void> {
    try {
      await this.write(store, attack)
      // The contingency plan against attacks starts by this figure, as if somebody had reported it.
      if (attack.until === null) await this.report(store, attack)
    } catch (cause) {
      this.written.delete(store)
      this.context.log.warn({ store, cause }, 'attack report')
    }
  }

  private async report(store: string, { shareBp, requests }: Attack): Promise<void> {
    const minute = Math.floor(this.context.clock.now().getTime() / 60_000)
    if (this.reported.get(store) === minute) return
    this.reported.set(store, minute)
    const reading = { metric: 'botShare', value: shareBp / 10_000, sample: requests }
    await takeReading(this.context, { store, actor: 'system', role: 'technology' }, reading)
  }

  private async write(store: string, attack: Attack): Promise<void> {
    const mark = `${attack.from}/${attack.until}/${attack.peakBp}/${attack.sources}`
    if (this.written.get(store) === mark) return
    this.written.set(store, mark)
    const { from: _from, until, shareBp: _now, ...counts } = attack
    const startedAt = this.startOf(store, attack)
    const row = { ...counts, endedAt: until === null ? null : this.instantOf(until) }
    await this.context.records.db
      .insert(attackReports)
      .values({ store, startedAt, ...row })
      .onConflictDoUpdate({ target: [attackReports.store, attackReports.startedAt], set: row })
  }
}
