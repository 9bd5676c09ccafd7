import {
  type Enrolment,
  entriesOf,
  goodsProblems,
  type Projection,
  projectThreshold,
  type WithId,
} from '@zhanggui/campaigns'
import type { EnrolmentDesk, Store } from '@zhanggui/contract'
import { type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { dictionary } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { entryOf } from '../entries/entry-of.ts'
import { readCampaignRow, readEntryRows } from '../records/campaign-rows.ts'
import { shopMoment } from '../records/shop-moment.ts'
import { readThresholdSeries } from './threshold-series.ts'

export type Projected = { enrolment: WithId<Enrolment>; projections: Projection[]; today: BusinessDay }

/** Figures that no fact gives, by the words of the platform. */
type Named = Pick<EnrolmentDesk[number]['thresholds'][number], 'nameZh' | 'nameEn' | 'unit'>
const OWN_NAMES: Readonly<Record<string, Named>> = {
  shopTier: { nameZh: '店铺层级', nameEn: 'Shop tier', unit: null },
  dsr: { nameZh: '店铺评分', nameEn: 'Shop rating', unit: null },
}

const NAMES = new Map(dictionary().map(({ id, nameZh, nameEn, unit }) => [id, { nameZh, nameEn, unit }]))

export const thresholdName = (metric: string): Named =>
  NAMES.get(metric) ?? OWN_NAMES[metric] ?? { nameZh: metric, nameEn: metric, unit: null }

/** Every entry of a campaign with its thresholds at the deadline. Errors: throws `not_found`, `unknown_metric` as queries do. */
export async function projectEnrolments(context: Context, store: Store, campaign: string): Promise<Projected[]> {
  const { db } = context.records
  const key = { store: store.id, campaign }
  await readCampaignRow(db, key)
  const { day: today } = shopMoment(context.clock.now(), store.timezone)
  const enrolments = entriesOf((await readEntryRows(db, { ...key, kinds: ['enrolment'] })).map(entryOf), 'enrolment')
  const projected: Projected[] = []
  for (const enrolment of enrolments) {
    const daysLeft = daysBetween(today, enrolment.body.deadline)
    const projections: Projection[] = []
    for (const threshold of enrolment.body.thresholds) {
      const series = await readThresholdSeries(context, store, { threshold, today })
      projections.push(projectThreshold(threshold, { series, daysLeft }))
    }
    projected.push({ enrolment, projections, today })
  }
  return projected
}

function statusOf({ submitted, answer, deadline }: Enrolment, today: BusinessDay): EnrolmentDesk[number]['status'] {
  if (answer) return answer.accepted ? 'accepted' : 'refused'
  if (submitted) return 'submitted'
  return deadline < today ? 'missed' : 'open'
}

function present({ enrolment: { id, body }, projections, today }: Projected): EnrolmentDesk[number] {
  const goods = goodsProblems(id, body)
  return {
    id,
    title: body.title,
    event: body.event,
    deadline: body.deadline,
    daysLeft: daysBetween(today, body.deadline),
    status: statusOf(body, today),
    passes: goods.length === 0 && projections.every(({ passesThen }) => passesThen),
    thresholds: projections.map((projection) => ({ ...thresholdName(projection.metric), ...projection })),
    goods,
  }
}

/** The enrolment desk: what each event asks for, where the shop stands, where it will stand. */
export const readEnrolmentDesk = async (context: Context, store: Store, campaign: string): Promise<EnrolmentDesk> =>
  (await projectEnrolments(context, store, campaign)).map(present)
