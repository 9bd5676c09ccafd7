import type { BusinessDay } from '@zhanggui/kernel'
import type { Playbook } from '@zhanggui/playbooks'
import { PLAN_LIBRARY } from '../library/index.ts'
import type { ContingencyPlan } from '../plans/plan.ts'
import { runDrill } from '../run-drill.ts'
import type { Loss } from '../score/losses.ts'

/** What one playbook alone would have gained in the simulated market, over several seeded days. Minor units. */
export type PlaybookGain = {
  plan: string
  planZh: string
  planEn: string
  days: readonly {
    seed: string
    faultAt: number
    firstActedAt: number | null
    runs: number
    without: Loss
    withPlaybook: Loss
    gainCents: number
  }[]
  gainCents: number
  /** Share of the loss that it kept back; null when nothing was lost. */
  keptShare: number | null
}

type Asked = { seeds: readonly string[]; day: BusinessDay; scale: number; plans?: readonly ContingencyPlan[] }

/** The plan that a playbook serves; undefined when no fault of the market calls for it. */
export const planOfPlaybook = (
  id: string,
  plans: readonly ContingencyPlan[] = PLAN_LIBRARY,
): ContingencyPlan | undefined => plans.find(({ playbooks }) => playbooks.includes(id))

/**
 * The closed loop with exactly one playbook on and off: same days, same people, same luck; nobody does anything else.
 * Shape: null when no fault of the market calls for the playbook.
 */
export function gainOfPlaybook(playbook: Playbook, { seeds, day, scale, plans }: Asked): PlaybookGain | null {
  const plan = planOfPlaybook(playbook.id, plans)
  if (!plan) return null
  const only = { ...plan, playbooks: [playbook.id] }
  const days = seeds.flatMap((seed) => {
    const report = runDrill({ seed, day, scale, plans: [only], playbooks: [playbook], reaction: 'playbooks' })
    const [fault] = report.faults
    if (!fault) return []
    const { lossWithout: without, loss: withPlaybook, runs } = fault
    return [
      {
        seed,
        faultAt: fault.from,
        firstActedAt: runs[0]?.actedAt ?? null,
        runs: runs.length,
        without,
        withPlaybook,
        gainCents: without.totalCents - withPlaybook.totalCents,
      },
    ]
  })
  const gainCents = days.reduce((sum, one) => sum + one.gainCents, 0)
  const lost = days.reduce((sum, { without }) => sum + without.totalCents, 0)
  const { id, nameZh, nameEn } = plan
  return { plan: id, planZh: nameZh, planEn: nameEn, days, gainCents, keptShare: lost > 0 ? gainCents / lost : null }
}
