import type { DutyLevel, DutyShift } from './duty-shift.ts'

/** A stretch with fewer people than are needed. */
export type Uncovered = { from: number; to: number; people: number; needed: number }

/**
 * The stretches of `[from, to)` in which fewer than `needed` people are on duty at a level, to the millisecond.
 * A person with two shifts at once is one person.
 */
export function uncovered(
  shifts: readonly DutyShift[],
  asked: { from: number; to: number; level: DutyLevel; needed: number },
): Uncovered[] {
  const { from, to, level, needed } = asked
  const mine = shifts.filter((shift) => shift.level === level && shift.from < to && shift.to > from)
  const inside = (at: number): boolean => at > from && at < to
  const edges = [from, ...new Set(mine.flatMap((shift) => [shift.from, shift.to]).filter(inside)), to]
  const found: Uncovered[] = []
  edges.sort((a, b) => a - b)
  for (const [i, start] of edges.slice(0, -1).entries()) {
    const end = edges[i + 1] ?? to
    const people = new Set(mine.filter((s) => s.from <= start && s.to > start).map((s) => s.person)).size
    const last = found.at(-1)
    if (people >= needed || end <= start) continue
    if (last && last.to === start && last.people === people) last.to = end
    else found.push({ from: start, to: end, people, needed })
  }
  return found
}
