import type { CampaignFact, CampaignResultFact, Reference } from '@zhanggui/report'
import { readCampaignRow, readCampaignRows } from '../../../campaigns/records/campaign-rows.ts'
import type { CampaignRow } from '../../../campaigns/schema.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { sellingDays } from '../report-period.ts'
import { channelNames } from './channel-names.ts'
import { type Gathering, mayReadPlans, money, once, recordRef, valued } from './gathering.ts'
import { mechanicNames } from './mechanic-names.ts'

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/** The campaign that the report is about. */
export async function gatherCampaign(given: Gathering): Promise<CampaignFact | null> {
  const { context, store, period } = given
  if (period.kind !== 'campaign' || !mayReadPlans(given)) return null
  const { id, body } = await readCampaignRow(context.records.db, { store: store.id, campaign: period.key })
  const ref = recordRef('campaigns', id)
  return {
    id,
    name: body.name,
    from: period.from,
    to: period.to,
    target: money(body.goal.targetCents, ref),
    budget: money(body.budgetCents, ref),
    heroItems: body.goods.filter(({ role }) => role === 'hero').map(({ itemId }) => itemId),
    mechanics: mechanicNames(body.mechanics, given.language),
    channels: channelNames(body.channels, given.language),
    theme: body.theme,
    review: body.review,
  }
}

/** Campaigns at a time; a year has some thirty. */
const CAMPAIGNS_MAX = 40

async function resultOf({ context, store, asker, language }: Gathering, row: CampaignRow): Promise<CampaignResultFact> {
  const days = sellingDays(row.body)
  const metrics = ['paid', 'cvr', 'repurchaseRate30d']
  const { totals } = await runQuery(context, store, { metrics, ...days }, asker)
  const ref = (metric: string): Reference => ({ kind: 'query', metrics: [metric], by: [], ...days })
  return {
    id: row.id,
    name: row.body.name,
    ...days,
    paid: money(numberOf(totals.paid), ref('paid')),
    target: money(row.body.goal.targetCents, recordRef('campaigns', row.id)),
    cvr: valued(numberOf(totals.cvr), 'ratio', ref('cvr')),
    repurchase: valued(numberOf(totals.repurchaseRate30d), 'ratio', ref('repurchaseRate30d')),
    mechanics: mechanicNames(row.body.mechanics, language),
  }
}

async function readCampaigns(given: Gathering): Promise<CampaignResultFact[]> {
  const { context, store, period } = given
  const rows = (await readCampaignRows(context.records.db, store.id))
    .filter(({ state }) => state !== 'draft')
    .filter(({ body }) => {
      const { from, to } = sellingDays(body)
      return from < period.to && to > period.from
    })
    .slice(0, CAMPAIGNS_MAX)
  return Promise.all(rows.toReversed().map((row) => resultOf(given, row)))
}

/** The campaigns that sold within the report's days, in the order of their days. */
export const gatherCampaigns = async (given: Gathering): Promise<CampaignResultFact[]> =>
  mayReadPlans(given) ? once(given, 'campaigns', () => readCampaigns(given)) : []
