import type { Context } from '../../../context.ts'
import type { Subject } from './clock-rows.ts'
import type { ClockWork } from './start-clock.ts'

/** A mark of a clock was passed: a warning, an escalation, or, as `due`, a deadline missed. */
export type ClockMarkPassed = {
  store: string
  clock: string
  ladder: { id: string; nameZh: string; nameEn: string }
  subject: Subject
  title: string
  owner: string | null
  step: { id: string; nameZh: string; nameEn: string; targetMs: number }
  round: number
  mark: string
  kind: 'warning' | 'escalation' | 'breach'
  /** Who is to be told, e.g. a duty level; null the owner. */
  tells: string | null
  at: Date
}

/**
 * Somebody who acts on passed marks. `hear` runs inside the transaction that notes the mark as handed over, so that each mark
 * is heard exactly once whatever happens in between; it reads and writes through `work.tx` only. One that throws is asked
 * again later, and holds up no other mark.
 */
export type ClockListener = {
  id: string
  hear(context: Context, work: ClockWork, passed: ClockMarkPassed): Promise<void>
}
