import { DUTY_LEVELS, type DutyLevel, type DutyShift } from './duty-shift.ts'

/** Who is on duty at an instant, level by level, in the order of the levels; a level without anybody is an empty list. */
export function onDuty(shifts: readonly DutyShift[], at: number): { level: DutyLevel; people: readonly string[] }[] {
  const now = shifts.filter(({ from, to }) => from <= at && at < to)
  return DUTY_LEVELS.map((level) => ({
    level,
    people: [...new Set(now.filter((shift) => shift.level === level).map(({ person }) => person))],
  }))
}

/**
 * Whom a call to a level reaches: the people on duty there, or, where nobody is, those of the next level that has somebody.
 * When no level has anybody the call goes to `lastResort`, so that no page is called into an empty room.
 */
export function calledFor(
  level: DutyLevel,
  { shifts, at, lastResort }: { shifts: readonly DutyShift[]; at: number; lastResort: readonly string[] },
): { level: DutyLevel | 'lastResort'; people: readonly string[] } {
  const levels = onDuty(shifts, at).slice(DUTY_LEVELS.indexOf(level))
  return levels.find(({ people }) => people.length > 0) ?? { level: 'lastResort', people: lastResort }
}
