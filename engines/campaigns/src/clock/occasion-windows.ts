import type { Occasion } from '@zhanggui/calendar'
import { numberWindows } from '../phases/join-windows.ts'
import type { PhaseWindow, ShopMoment } from '../phases/phase.ts'

/** The phases that the calendar knows: whole days, with ordinary days between them where the platform leaves some. */
export const occasionWindows = ({ phases }: Pick<Occasion, 'phases'>): PhaseWindow[] => numberWindows(phases, 0)

/** Which of the calendar's windows a moment lies in; −1 between them. */
export const occasionWindowAt = (windows: readonly PhaseWindow[], { day }: ShopMoment): number =>
  windows.findIndex(({ from, to }) => from <= day && day < to)
