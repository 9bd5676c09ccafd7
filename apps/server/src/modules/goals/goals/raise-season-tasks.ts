import { type RaisedSeasonTasks, RaiseSeasonTasks, type SeasonPeak, type Store } from '@zhanggui/contract'
import { parseDay, periodOf } from '@zhanggui/kernel'
import type { PlanTask } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { Asker } from '../../insight/run-query.ts'
import { readSeasonOutlook } from '../../insight/season/read-season-outlook.ts'
import { changePart, type PlanCaller } from '../plans/change-plan.ts'
import { readPlan } from '../plans/read-plan.ts'

/** One task for a peak, however often it is asked for. Ids of a plan hold 80 characters. */
const templateOf = ({ group, from }: Pick<SeasonPeak, 'group' | 'from'>): string =>
  `season:${from}:${group}`.slice(0, 80)

function detailOf({ index, occasions, years }: SeasonPeak): string {
  const height = `旺月约为平月的 ${index.toFixed(1)} 倍，${years.seen} 年里有 ${years.above} 年如此。`
  const reasons = occasions.map(({ nameZh }) => nameZh).join('、')
  return reasons ? `${height}这几个月的节点：${reasons}。` : height
}

/** Research from its first day on, and a decision by the last: what to buy, how much, at which price. */
function taskOf(peak: SeasonPeak): PlanTask {
  const dueDay = parseDay(peak.decideBy)
  return {
    id: templateOf(peak),
    title: `旺季调研：${peak.label}（${peak.from} 起）`,
    detail: detailOf(peak),
    period: periodOf('month', dueDay),
    side: 'agency',
    team: 'product',
    owner: null,
    startDay: parseDay(peak.researchFrom),
    dueDay,
    baselineStartDay: null,
    baselineDueDay: null,
    dependsOn: [],
    eventId: null,
    templateId: templateOf(peak),
    evidence: '选品与备货结论',
    done: false,
    source: null,
  }
}

/**
 * Turns peaks of the season outlook into research tasks of a plan, each due on the day by which it must be decided (P1.16). Peaks that
 * are decided in another year belong to that year's plan. Errors: those of the outlook; throws `not_found`, `plan_approved`.
 */
export async function raiseSeasonTasks(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  given: { asked: RaiseSeasonTasks; asker?: Asker | undefined },
): Promise<RaisedSeasonTasks> {
  const { peaks: chosen, ...asked } = parseInput(RaiseSeasonTasks, given.asked)
  const { plan, revisions } = await readPlan(context, store.id, planId)
  const outlook = await readSeasonOutlook(context, store, asked, given.asker)
  const peaks = outlook.peaks.filter((p) => !chosen || chosen.some((c) => c.group === p.group && c.from === p.from))
  const ofYear = peaks.filter(({ decideBy }) => decideBy.startsWith(`${plan.year}-`))
  const there = new Set(plan.tasks.map(({ id }) => id))
  const fresh = ofYear.filter((peak) => !there.has(templateOf(peak))).map(taskOf)
  if (fresh.length > 0) {
    const body = [...plan.tasks, ...fresh]
    await changePart(context, caller, planId, 'tasks', { revision: revisions.tasks, body, reason: '旺季调研' })
  }
  return {
    raised: fresh.map(({ id, title, startDay, dueDay }) => ({
      id,
      title,
      startDay: startDay ?? '',
      dueDay: dueDay ?? '',
    })),
    present: ofYear.length - fresh.length,
    otherYear: peaks.length - ofYear.length,
  }
}
