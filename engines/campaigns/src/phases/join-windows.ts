import { compareDays, laterDay } from '@zhanggui/calendar'
import type { BusinessDay } from '@zhanggui/kernel'
import type { CampaignPhase, PhaseWindow } from './phase.ts'

/** A phase as somebody states it: windows may leave days between them or share some. */
export type LooseWindow = { phase: CampaignPhase; from: BusinessDay; to: BusinessDay }

/** Where two windows share days the burst keeps them: its prices are promised for its days. Else the earlier one keeps them. */
function startBehind(earlier: LooseWindow | undefined, later: LooseWindow): BusinessDay {
  const yields = !earlier || earlier.to <= later.from || (later.phase === 'burst' && earlier.phase !== 'burst')
  return yields ? later.from : earlier.to
}

/** Neighbours of the same phase are one window. */
function merged(windows: readonly LooseWindow[]): LooseWindow[] {
  const out: LooseWindow[] = []
  for (const window of windows) {
    const last = out.at(-1)
    if (last?.phase === window.phase) out[out.length - 1] = { ...last, to: laterDay(last.to, window.to) }
    else out.push(window)
  }
  return out
}

/**
 * Windows joined end to end: a hole goes to the window before it, a shared day to one of the two, an empty window falls out.
 * Shape: in time order, waves counted. `burstStartMinute` is the minute at which each burst opens.
 */
export function joinWindows(loose: readonly LooseWindow[], burstStartMinute = 0): PhaseWindow[] {
  const given = loose.filter(({ from, to }) => from < to).toSorted((a, b) => compareDays(a.from, b.from))
  const kept: LooseWindow[] = []
  for (const window of merged(given)) {
    const from = startBehind(kept.at(-1), window)
    if (from >= window.to) continue
    // What a burst begins before has no day left.
    while (kept.length > 0 && (kept.at(-1)?.from ?? from) >= from) kept.pop()
    kept.push({ ...window, from })
  }
  const joined = kept.map((window, i) => ({ ...window, to: kept[i + 1]?.from ?? window.to }))
  return numberWindows(merged(joined), burstStartMinute)
}

/** Windows with their waves counted; each burst opens at `burstStartMinute` of its first day. */
export function numberWindows(windows: readonly LooseWindow[], burstStartMinute: number): PhaseWindow[] {
  const waves = new Map<CampaignPhase, number>()
  return windows.map(({ phase, from, to }) => {
    const wave = (waves.get(phase) ?? 0) + 1
    waves.set(phase, wave)
    return { phase, wave, from, to, startMinute: phase === 'burst' ? burstStartMinute : 0 }
  })
}
