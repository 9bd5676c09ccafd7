import type { ClockStepView, ClockView } from '@zhanggui/contract'

const SECOND = 1000

/** Up to the next whole second, so that nothing left is the deadline itself. */
export const wholeSeconds = (ms: number): number => Math.max(0, Math.ceil(ms / SECOND) * SECOND)

export type Tone = 'late' | 'warned' | 'calm' | 'paused' | 'over'

/** A step as it stands now, worked out from the last answer: nobody is asked again for every second. */
export type StepNow = {
  tone: Tone
  /** What is left, or by how much it is late; null when nothing counts. */
  ms: number | null
  /** Share of the target that is used, at most 1. */
  used: number
}

const isOpen = ({ state }: ClockStepView): boolean => ['running', 'resting', 'paused'].includes(state)

/** @param since milliseconds since the answer, on the server's clock; @param now the server's clock. */
export function stepNow(step: ClockStepView, { since, now }: { since: number; now: number }): StepNow {
  const counted = step.state === 'running' ? since : 0
  const left = step.remainingMs - counted
  const used = Math.min(1, Math.max(0, (step.targetMs - left) / step.targetMs))
  if (!isOpen(step)) return { tone: 'over', ms: null, used }
  const due = step.dueAt === null ? null : Date.parse(step.dueAt)
  const isLate = step.late || (step.state === 'running' && due !== null && now > due)
  if (isLate) return { tone: 'late', ms: due === null ? -left : now - due, used: 1 }
  if (step.state === 'paused') return { tone: 'paused', ms: left, used }
  return { tone: step.warned || used >= 0.8 ? 'warned' : 'calm', ms: left, used }
}

export type BoardCounts = { late: number; soon: number; running: number; paused: number }

const SOON = 30 * 60 * SECOND

/** What the board answers first. A clock counts once, by its most urgent step. */
export function countBoard(clocks: readonly ClockView[], moment: { since: number; now: number }): BoardCounts {
  const counts = { late: 0, soon: 0, running: 0, paused: 0 }
  for (const { steps } of clocks) {
    const open = steps.filter(isOpen).map((step) => stepNow(step, moment))
    if (open.length === 0) continue
    if (open.every(({ tone }) => tone === 'paused')) counts.paused++
    else counts.running++
    if (open.some(({ tone }) => tone === 'late')) counts.late++
    else if (open.some(({ tone, ms }) => tone !== 'paused' && ms !== null && ms <= SOON)) counts.soon++
  }
  return counts
}

/** An instant of today by its time, of another day with its date. @example timeOf(iso, now, 'Asia/Shanghai') // '14:05', '11/19 09:00' */
export function timeOf(iso: string, now: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const dayOf = (at: number | Date) => new Intl.DateTimeFormat('en-CA', zone).format(at)
  const at = new Date(iso)
  const time = new Intl.DateTimeFormat('en-GB', {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
  if (dayOf(at) === dayOf(now)) return time
  const [, month, day] = dayOf(at).split('-')
  return `${Number(month)}/${Number(day)} ${time}`
}
