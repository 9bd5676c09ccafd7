import { type ReadStep, readClock } from '@zhanggui/clocks'
import type { ClockStepView, ClockView } from '@zhanggui/contract'
import type { StoredClock } from './clock-rows.ts'

const isoOf = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString())

function toStep({ marks, nameZh, nameEn, ...step }: ReadStep): ClockStepView {
  return {
    ...step,
    nameZh,
    nameEn,
    startedAt: isoOf(step.startedAt),
    dueAt: isoOf(step.dueAt),
    endedAt: isoOf(step.endedAt),
    opensAt: isoOf(step.opensAt),
    pausedFor: [...step.pausedFor],
    warned: !step.late && marks.some(({ passed }) => passed),
  }
}

/** What was promised when the clock began, whatever happened to it since. */
function firstDueAt({ clock }: StoredClock): string | null {
  const first = readClock({ ...clock, events: [] }, clock.startedAt)
  const dues = first.steps.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]))
  return dues.length === 0 ? null : isoOf(Math.min(...dues))
}

/** A clock as a board shows it at an instant. */
export function clockView(stored: StoredClock, now: Date, names: ReadonlyMap<string, string>): ClockView {
  const { row, clock } = stored
  const { state, steps } = readClock(clock, now.getTime())
  const { id, nameZh, nameEn } = clock.events.findLast((event) => event.kind === 'policy')?.policy ?? clock.policy
  return {
    id: row.id,
    ladder: { id, nameZh, nameEn },
    subject: { kind: row.subjectKind, id: row.subjectId },
    title: row.title,
    owner: row.owner === null ? null : { actor: row.owner, name: names.get(row.owner) ?? null },
    state,
    startedAt: row.startedAt.toISOString(),
    firstDueAt: firstDueAt(stored),
    steps: steps.map(toStep),
  }
}
