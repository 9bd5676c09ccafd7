import type { Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Plan } from '@zhanggui/plan'
import { figure, type Language, type Reference, type ReportPeriod, type Unit } from '@zhanggui/report'
import type { Context } from '../../../../context.ts'
import { listPlans } from '../../../goals/plans/list-plans.ts'
import { readPlan } from '../../../goals/plans/read-plan.ts'
import type { Asker } from '../../../insight/run-query.ts'

/** What every gatherer of a report's facts is handed. */
export type Gathering = {
  context: Context
  store: Store
  period: ReportPeriod
  language: Language
  asker: Asker | undefined
  /** What was gathered for this report already, or is under way: two parts of a report may need the same. */
  gathered: Map<string, Promise<unknown>>
}

/** The same thing of the same days is gathered once a report, whoever needs it. */
export function once<T>({ gathered, period }: Gathering, what: string, work: () => Promise<T>): Promise<T> {
  const key = `${what} ${period.from} ${period.to}`
  const known = gathered.get(key) as Promise<T> | undefined
  const found = known ?? work()
  gathered.set(key, found)
  return found
}

export const say = ({ language }: Pick<Gathering, 'language'>, zh: string, en: string): string =>
  language === 'zh' ? zh : en

/** The words of the document's language of something that has two. */
export const wordsOf = ({ language }: Pick<Gathering, 'language'>, { zh, en }: { zh: string; en: string }): string =>
  language === 'zh' ? zh : en

export const money = (value: number | null, ref: Reference) => figure(value, 'money', ref)
export const valued = (value: number | null, unit: Unit, ref: Reference) => figure(value, unit, ref)

export const recordRef = (resource: string, id: string | null = null): Reference => ({ kind: 'record', resource, id })

export const today = ({ context, store }: Gathering): string => businessDayOf(context.clock.now(), store.timezone)

/** Records of plans and work are for those who may read plans; without an asker (the shell, a job) everything is. */
export const mayReadPlans = ({ asker }: Gathering): boolean => asker === undefined || asker.may('plan:read')

/** The plan of a year: the approved one, else the newest; null where there is none. */
export async function readPlanOfYear(context: Context, store: string, year: number): Promise<Plan | null> {
  const plans = (await listPlans(context, store)).filter((plan) => plan.year === year)
  const chosen = plans.find(({ status }) => status === 'approved') ?? plans[0]
  return chosen ? (await readPlan(context, store, chosen.id)).plan : null
}

export const planOfYear = (given: Gathering, year: number): Promise<Plan | null> =>
  once(given, `plan of ${year}`, () => readPlanOfYear(given.context, given.store.id, year))
