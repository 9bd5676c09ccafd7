/**
 * How much of the work besides orders is left out, so that orders do not suffer: 0 nothing, 1 what is made for later, 2 analyses and
 * imports too, 3 everything but trade. What stands on which level is the server's to declare.
 */
export const SERVICE_LEVELS = [0, 1, 2, 3] as const
export type ServiceLevel = (typeof SERVICE_LEVELS)[number]

/** What one second of a server looked like. */
export type ServiceReading = {
  /** Share of the second in which the process was at work, 0 to 1. */
  saturation: number
  /** Orders that came in, and those for which there was no room. */
  orders: number
  ordersFull: number
  /** The slowest order that was answered, ms; null: none was. */
  slowestOrderMs: number | null
}

export type ServicePolicy = {
  /** Time within which orders are to be answered, ms. */
  goalMs: number
  /** Pressure from which a level is added, and below which one is taken back. */
  upFrom: number
  downBelow: number
  /** So long it has to last: quickly up, because orders are waiting; slowly down, or it would go to and fro. */
  upMs: number
  downMs: number
}

export const DEFAULT_SERVICE_POLICY: ServicePolicy = {
  goalMs: 800,
  upFrom: 0.85,
  downBelow: 0.6,
  upMs: 3000,
  downMs: 30_000,
}

export type ServiceState = {
  level: ServiceLevel
  /** Since when the pressure has been where it is; null: in between. */
  highSince: number | null
  lowSince: number | null
}

export const CALM: ServiceState = { level: 0, highSince: null, lowSince: null }

/** 1: orders are at their goal, or found no room. Without orders there is nobody to make room for, whatever else is going on. */
export function pressureOf({ saturation, orders, ordersFull, slowestOrderMs }: ServiceReading, goalMs: number): number {
  if (orders === 0) return 0
  return Math.max(saturation, ordersFull > 0 ? 1 : 0, (slowestOrderMs ?? 0) / goalMs)
}

const stepped = (level: ServiceLevel, by: 1 | -1): ServiceLevel =>
  SERVICE_LEVELS[Math.max(0, Math.min(SERVICE_LEVELS.length - 1, level + by))] ?? level

/** The level after one more second, one step at a time; `now` in ms that only grow. */
export function nextService(
  state: ServiceState,
  reading: ServiceReading,
  { now, policy = DEFAULT_SERVICE_POLICY }: { now: number; policy?: ServicePolicy },
): ServiceState {
  const pressure = pressureOf(reading, policy.goalMs)
  const highSince = pressure >= policy.upFrom ? (state.highSince ?? now) : null
  const lowSince = pressure < policy.downBelow ? (state.lowSince ?? now) : null
  // The next step is counted from this one.
  if (highSince !== null && now - highSince >= policy.upMs)
    return { level: stepped(state.level, 1), highSince: now, lowSince: null }
  if (lowSince !== null && now - lowSince >= policy.downMs)
    return { level: stepped(state.level, -1), highSince: null, lowSince: now }
  return { level: state.level, highSince, lowSince }
}
