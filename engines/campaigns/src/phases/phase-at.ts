import { daysBetween } from '@zhanggui/kernel'
import { MINUTES_OF_DAY, type PhaseWindow, type ShopMoment } from './phase.ts'

/** Minutes from one moment of the shop's clock to another. */
export const minutesBetween = (from: ShopMoment, to: ShopMoment): number =>
  daysBetween(from.day, to.day) * MINUTES_OF_DAY + to.minute - from.minute

export const startOf = ({ from, startMinute }: PhaseWindow): ShopMoment => ({ day: from, minute: startMinute })

/** When a window ends: when the next begins, or at the midnight after its last day. */
export const endOf = (windows: readonly PhaseWindow[], index: number): ShopMoment | null => {
  const [window, next] = [windows[index], windows[index + 1]]
  if (!window) return null
  return next ? startOf(next) : { day: window.to, minute: 0 }
}

/**
 * Which window a moment lies in, by its place in the list; −1 before the first, `windows.length` once the last is over.
 * Shape: `windows` joined end to end and in order.
 */
export function windowIndexAt(windows: readonly PhaseWindow[], moment: ShopMoment): number {
  const begun = windows.findLastIndex((window) => minutesBetween(startOf(window), moment) >= 0)
  const end = begun === windows.length - 1 ? endOf(windows, begun) : null
  return end && minutesBetween(end, moment) >= 0 ? windows.length : begun
}
