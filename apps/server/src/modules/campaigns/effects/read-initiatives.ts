import { judgeEffect, readMilestones } from '@zhanggui/campaigns'
import type { InitiativeInfo, Store } from '@zhanggui/contract'
import { findMetric } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import type { StoredRow } from '../../admin/resources/resource-rows.ts'
import type { Asker } from '../../insight/run-query.ts'
import { shopMoment } from '../records/shop-moment.ts'
import { INITIATIVES } from './initiatives.ts'
import { idsOf, measureInitiative } from './read-initiative-effect.ts'

const ORDER: readonly InitiativeInfo['state'][] = ['running', 'planned', 'done', 'dropped']

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const stateOf = ({ state }: StoredRow): InitiativeInfo['state'] => ORDER.find((known) => known === state) ?? 'planned'

async function infoOf(context: Context, store: Store, row: StoredRow, asker: Asker): Promise<InitiativeInfo> {
  const { data } = row
  const { day: today } = shopMoment(context.clock.now(), store.timezone)
  const { days, metric, target, ...effect } = await measureInitiative(context, store, data, asker)
  const known = findMetric(metric)
  return {
    id: row.id,
    version: row.version,
    code: textOf(data.code),
    name: textOf(data.name),
    kind: textOf(data.kind),
    owner: textOf(data.owner),
    campaign: textOf(data.campaign) || null,
    state: stateOf(row),
    fromDay: textOf(data.fromDay),
    goods: idsOf(data.items).length,
    control: idsOf(data.controlItems).length,
    milestones: readMilestones(textOf(data.milestones), today),
    metric,
    metricZh: known?.nameZh ?? metric,
    metricEn: known?.nameEn ?? metric,
    unit: known?.unit ?? 'count',
    days,
    ...effect,
    target,
    verdict: judgeEffect(effect, { afterDays: days.after, target }),
  }
}

/** Improvements with milestones and effect, those at work first (P3.26); of one campaign where it is named. */
export async function readInitiatives(
  context: Context,
  store: Store,
  { asker, campaign }: { asker: Asker; campaign?: string | undefined },
): Promise<InitiativeInfo[]> {
  const rows = (await readAllRows(context, INITIATIVES, store.id)).filter(
    ({ data }) => campaign === undefined || data.campaign === campaign,
  )
  const infos: InitiativeInfo[] = []
  for (const row of rows) infos.push(await infoOf(context, store, row, asker))
  return infos.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.fromDay < b.fromDay ? 1 : -1))
}
