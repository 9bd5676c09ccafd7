import { type LevelPeriod, levelPeriods } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { clearRaised, raiseIncidentIn } from '../../../live/alerts/incidents/raise-incident.ts'
import type { TickJob } from '../../../live/tick-job.ts'
import { listStores } from '../../stores.ts'
import { type ContractTerms, type LevelTerms, type PartnerTerms, readTerms } from '../read-terms.ts'
import { partnerVerdicts, type VerdictRow } from '../schema.ts'
import { judgeLevel, levelCondition } from './level-condition.ts'
import { readLevelFigures } from './level-figures.ts'
import { missCause, missIncident } from './miss-incident.ts'

/** A quarter of weeks, a year of months: what a score looks back on. */
export const PERIODS_JUDGED = 12

type Judged = Pick<VerdictRow, 'outcome' | 'value' | 'sample' | 'target'> & LevelPeriod
type Subject = { store: Store; partner: PartnerTerms; contract: ContractTerms; level: LevelTerms }

const periodsOf = (contract: ContractTerms, level: LevelTerms, today: BusinessDay): LevelPeriod[] => {
  const { fromDay, lastDay, renewsItself } = contract
  return levelPeriods({
    grain: level.grain,
    fromDay,
    lastDay: renewsItself && lastDay < today ? today : lastDay,
    today,
    count: PERIODS_JUDGED,
  })
}

async function judgePeriods(context: Context, subject: Subject, periods: readonly LevelPeriod[]): Promise<Judged[]> {
  const { store, contract, level } = subject
  const figureOf = await readLevelFigures(context, store, contract, { level, periods })
  return periods.map((period) => {
    const figure = figureOf(period)
    const outcome = judgeLevel(levelCondition(level, contract.scope, period), period, figure)
    return { ...period, ...figure, outcome, target: level.target }
  })
}

const isSame = (row: VerdictRow | undefined, judged: Judged): boolean =>
  row !== undefined && row.outcome === judged.outcome && row.value === judged.value && row.target === judged.target

/** A target that was changed holds from the period that is judged first after the change; what was judged stays as it was. */
const keepsTarget = (row: VerdictRow | undefined, judged: Judged): boolean =>
  row === undefined || row.outcome === 'unknown' || row.target === judged.target

/**
 * Writes what is new or came out otherwise by late data; the latest period raises an incident when it is missed and ends it when it
 * is kept. The same round twice writes nothing.
 */
async function saveVerdicts(context: Context, subject: Subject, judged: readonly Judged[]): Promise<void> {
  const { store, contract, level } = subject
  const now = context.clock.now()
  const known = await context.records.db
    .select()
    .from(partnerVerdicts)
    .where(and(eq(partnerVerdicts.store, store.id), eq(partnerVerdicts.level, level.id)))
  const rowOf = ({ from }: LevelPeriod) => known.find((row) => row.periodFrom === from)
  const changed = judged.filter((one) => keepsTarget(rowOf(one), one) && !isSame(rowOf(one), one))
  if (changed.length === 0) return
  const latest = judged.at(-1)
  await context.records.transaction(async (tx) => {
    for (const { from, to, ...verdict } of changed) {
      const values = { ...verdict, periodTo: to, judgedAt: now }
      await tx
        .insert(partnerVerdicts)
        .values({ store: store.id, level: level.id, periodFrom: from, ...values })
        .onConflictDoUpdate({
          target: [partnerVerdicts.store, partnerVerdicts.level, partnerVerdicts.periodFrom],
          set: values,
        })
    }
    if (latest?.outcome === 'missed' && changed.includes(latest))
      await raiseIncidentIn(tx, store.id, missIncident({ ...subject, period: latest }, latest.value ?? 0, now))
  })
  if (latest?.outcome === 'kept') await clearRaised(context, store.id, missCause(contract, level), now)
}

/** Judges every level of the contracts that are signed, by whole weeks and months. */
export async function judgeShop(context: Context, store: Store): Promise<void> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  for (const partner of await readTerms(context, store.id))
    for (const contract of partner.contracts.filter(({ state }) => state === 'signed'))
      for (const level of contract.levels) {
        const subject = { store, partner, contract, level }
        const periods = periodsOf(contract, level, today)
        await saveVerdicts(context, subject, await judgePeriods(context, subject, periods))
      }
}

/** Data of a week comes on the Monday after and later: asked again through the day, so that a late file is judged when it is in. */
export const JUDGE_PARTNERS: TickJob = {
  id: 'partner-levels',
  everySeconds: 600,
  async run(context, { signal }) {
    for (const store of await listStores(context)) {
      if (signal.aborted) return
      await judgeShop(context, store)
    }
  },
}
