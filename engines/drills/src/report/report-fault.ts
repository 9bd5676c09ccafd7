import type { LiveFault } from '../faults/fault.ts'
import { findFaultKind } from '../faults/index.ts'
import type { PlanRun } from '../loop/plan-run.ts'
import type { DrillMarket } from '../market/drill-market.ts'
import { lessonsOf } from '../score/lessons.ts'
import type { Loss } from '../score/losses.ts'
import { isWithinGoals, scorePlan, type Times } from '../score/score.ts'
import type { DrillClock, FaultReport } from './drill-report.ts'

const MINUTE_MS = 60_000

function timesOf({ detectedAt, startedAt, restoredAt }: PlanRun, from: number): Times {
  return {
    detect: detectedAt === null ? null : detectedAt - from,
    start: detectedAt === null || startedAt === null ? null : startedAt - detectedAt,
    restore: startedAt === null || restoredAt === null ? null : Math.max(0, restoredAt - startedAt),
  }
}

function clocksOf(run: PlanRun, market: DrillMarket): DrillClock[] {
  const minuteOf = (instant: number | null): number | null =>
    instant === null ? null : instant / MINUTE_MS - market.absolute(0)
  return run.clocks(market).map(({ step, nameZh, nameEn, dueAt, endedAt, late }) => ({
    step,
    zh: nameZh,
    en: nameEn,
    dueAt: minuteOf(dueAt),
    doneAt: minuteOf(endedAt),
    late,
  }))
}

const lateStepsOf = (run: PlanRun) =>
  run.steps.flatMap(({ step, doneAt, waitedMinutes }) => {
    const lateMinutes = doneAt - (run.detectedAt ?? 0) - step.limitMinutes
    return lateMinutes > 0 ? [{ zh: step.zh, en: step.en, role: step.role, waitedMinutes, lateMinutes }] : []
  })

type Told = { run: PlanRun; live: LiveFault; market: DrillMarket; loss: Loss; lossWithout: Loss }

/** Everything that one fault's drill shows: times against goals, clocks, people, losses with and without, lessons. */
export function reportFault({ run, live, market, loss, lossWithout }: Told): FaultReport {
  const { fault } = live
  const { plan } = run
  const kind = findFaultKind(fault.kind)
  const times = timesOf(run, fault.from)
  const clocks = clocksOf(run, market)
  const { affected, told, notes } = live.tally()
  const runs = run.actors.flatMap((actor) => actor.runs)
  const scored = {
    times,
    goals: plan.goals,
    clocks: clocks.length,
    clocksKept: clocks.filter(({ late }) => !late).length,
    affected,
    told,
  }
  const { parts, total } = scorePlan(scored)
  const lived = {
    ...scored,
    falseAlarms: run.falseAlarms,
    lateSteps: lateStepsOf(run),
    askedMinutes: Math.max(0, ...runs.map(({ askedAt, actedAt }) => actedAt - askedAt)),
    held: run.actors.flatMap(({ held, runs: acted }) => (acted.length === 0 ? [...held.keys()] : [])),
    loss,
    lossWithout,
  }
  return {
    kind: fault.kind,
    nameZh: kind?.nameZh ?? fault.kind,
    nameEn: kind?.nameEn ?? fault.kind,
    plan: plan.id,
    planZh: plan.nameZh,
    planEn: plan.nameEn,
    from: fault.from,
    to: fault.to,
    size: fault.size,
    detectedAt: run.detectedAt,
    startedAt: run.startedAt,
    restoredAt: run.restoredAt,
    times,
    goals: plan.goals,
    passed: isWithinGoals(times, plan.goals) && clocks.every(({ late }) => !late) && told === affected,
    score: total,
    parts,
    clocks,
    runs: runs.map(({ changes, ...rest }) => ({ ...rest, changes: changes.length })),
    affected,
    told,
    notes,
    lossWithout,
    loss,
    lessons: lessonsOf(lived),
  }
}
