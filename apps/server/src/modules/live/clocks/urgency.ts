import type { ClockStepView, ClockView } from '@zhanggui/contract'

const OPEN: readonly ClockStepView['state'][] = ['running', 'resting', 'paused']

/** What runs comes before what stands still, and what has ended last. */
const rankOf = (clock: ClockView): number => {
  const open = clock.steps.filter(({ state }) => OPEN.includes(state))
  if (open.length === 0) return 2
  return open.every(({ state }) => state === 'paused') ? 1 : 0
}

/** The instant of the step that is due first among those not done; what is late was due earliest and stands on top. */
const dueOf = ({ steps }: ClockView): number => {
  const dues = steps
    .filter(({ state, dueAt }) => OPEN.includes(state) && dueAt !== null)
    .map(({ dueAt }) => Date.parse(dueAt ?? ''))
  return dues.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...dues)
}

/** Sorts a board: by what is due first; what is paused after that, by what is left; what has ended last, the newest first. */
export function byUrgency(a: ClockView, b: ClockView): number {
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0) return rank
  const [dueA, dueB] = [dueOf(a), dueOf(b)]
  if (dueA !== dueB) return dueA - dueB
  const left = (clock: ClockView) => Math.min(...clock.steps.map(({ remainingMs }) => remainingMs))
  return rankOf(a) === 2 ? b.startedAt.localeCompare(a.startedAt) : left(a) - left(b)
}
