import type { LiveBoard, LiveChange } from '@zhanggui/contract'

const spliced = (before: readonly number[], from: number, values: readonly number[]): number[] => [
  ...before.slice(0, from),
  ...values,
]

/** A board with a change put in: whole parts as they come, minutes from the first that changed. */
export function applyChange(board: LiveBoard, { minutes, ...parts }: LiveChange): LiveBoard {
  const next = { ...board, ...parts } as LiveBoard
  if (!minutes) return next
  const { from, paidCents, pv } = minutes
  return {
    ...next,
    minutes: {
      paidCents: spliced(board.minutes.paidCents, from, paidCents),
      pv: spliced(board.minutes.pv, from, pv),
    },
  }
}
