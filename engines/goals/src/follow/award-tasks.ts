/** An award or certification that the brand applies for (P2.21). Days as `YYYY-MM-DD`. */
export type Award = {
  id: string
  name: string
  organiser: string
  applyByDay: string
  status: 'planned' | 'applied' | 'won' | 'lost'
  owner: string | null
}

/** Work that an award asks for. `urgency` against `today`: past its day, due within the lead, or later. */
export type AwardTask = {
  awardId: string
  title: string
  dueDay: string
  owner: string | null
  urgency: 'late' | 'due' | 'later'
}

function urgencyOf(dueDay: string, today: string, leadEnd: string): AwardTask['urgency'] {
  if (dueDay < today) return 'late'
  return dueDay <= leadEnd ? 'due' : 'later'
}

/**
 * The application each open award still needs, nearest deadline first. Awards that were applied for, won or lost raise none.
 * `leadEnd`: last day of the time that an application takes, counted from today.
 */
export const awardTasks = (
  awards: readonly Award[],
  { today, leadEnd }: { today: string; leadEnd: string },
): AwardTask[] =>
  awards
    .filter((a) => a.status === 'planned')
    .toSorted((a, b) => (a.applyByDay < b.applyByDay ? -1 : a.applyByDay > b.applyByDay ? 1 : 0))
    .map((a) => ({
      awardId: a.id,
      title: `申报：${a.name}（${a.organiser}）`,
      dueDay: a.applyByDay,
      owner: a.owner,
      urgency: urgencyOf(a.applyByDay, today, leadEnd),
    }))
