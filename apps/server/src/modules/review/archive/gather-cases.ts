import { CAMPAIGN_TEMPLATES } from '@zhanggui/campaigns'
import type { Store } from '@zhanggui/contract'
import { findReport } from '@zhanggui/report'
import type { Context } from '../../../context.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { readCampaignRows } from '../../campaigns/records/campaign-rows.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import { listPlans } from '../../goals/plans/list-plans.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { reportSummary } from '../reports/delivery/report-summary.ts'
import { newestEditions } from '../reports/editions/read-editions.ts'
import { mechanicNames } from '../reports/facts/mechanic-names.ts'
import { sellingDays } from '../reports/report-period.ts'
import { type CaseText, listOf, seasonOf } from './archive-case.ts'
import { LESSONS } from './lessons.ts'

const CATEGORIES_NAMED = 3
const NOTHING = { mechanics: [], categories: [], season: null, day: null, paidCents: null, targetCents: null }

async function campaignCase(
  context: Context,
  store: Store,
  row: CampaignRow,
  asker: Asker | undefined,
): Promise<CaseText> {
  const { id, body } = row
  const days = sellingDays(body)
  const asked = { metrics: ['paid'], by: ['category'], ...days, order: { by: 'paid', direction: 'desc' as const } }
  const { rows, totals } = await runQuery(context, store, { ...asked, limit: CATEGORIES_NAMED }, asker)
  return {
    source: 'campaign',
    id,
    title: body.name,
    summary: body.theme || body.review.slice(0, 120),
    text: [
      body.copy,
      body.review,
      body.note,
      body.audience,
      ...body.plansB.map((b) => `${b.trigger} ${b.action}`),
    ].join(' '),
    mechanics: mechanicNames(body.mechanics, 'zh'),
    categories: rows.map((found) => String(found.category ?? '')).filter((name) => name !== ''),
    season: seasonOf(body.mainDay),
    day: body.mainDay,
    paidCents: typeof totals.paid === 'number' ? totals.paid : null,
    targetCents: body.goal.targetCents,
  }
}

async function campaignCases(context: Context, store: Store, asker: Asker | undefined): Promise<CaseText[]> {
  const rows = (await readCampaignRows(context.records.db, store.id)).filter(({ state }) => state !== 'draft')
  const cases: CaseText[] = []
  for (const row of rows) cases.push(await campaignCase(context, store, row, asker))
  return cases
}

async function lessonCases(context: Context, store: Store): Promise<CaseText[]> {
  const rows = await readAllRows(context, LESSONS, store.id)
  return rows
    .filter(({ state }) => state !== 'outdated')
    .map(({ id, data }) => ({
      ...NOTHING,
      source: 'lesson',
      id,
      title: String(data.title ?? ''),
      summary: String(data.text ?? ''),
      text: String(data.campaign ?? ''),
      mechanics: listOf(data.mechanics),
      categories: listOf(data.categories),
      season: (data.season as CaseText['season']) || null,
      day: typeof data.day === 'string' ? data.day : null,
    }))
}

async function planCases(context: Context, store: Store): Promise<CaseText[]> {
  return (await listPlans(context, store.id)).map(({ id, name, year }) => ({
    ...NOTHING,
    source: 'plan',
    id,
    title: name,
    summary: `${year}`,
    text: '',
    day: `${year}-01-01`,
  }))
}

async function reportCases(context: Context, store: Store): Promise<CaseText[]> {
  return (await newestEditions(context, store.id)).map(({ report, period, document, madeAt }) => ({
    ...NOTHING,
    source: 'report',
    id: `${report}/${period}`,
    title: document.title,
    summary: reportSummary(document).slice(0, 2).join(' '),
    text: `${findReport(report)?.lead.zh ?? ''} ${reportSummary(document).join(' ')}`,
    day: madeAt.toISOString().slice(0, 10),
  }))
}

const templateCases = (): CaseText[] =>
  CAMPAIGN_TEMPLATES.map(({ id, nameZh, aboutZh, aboutEn, nameEn }) => ({
    ...NOTHING,
    source: 'template',
    id,
    title: nameZh,
    summary: aboutZh,
    text: `${nameEn} ${aboutEn}`,
  }))

/** Everything that the archive holds: campaigns that were run, plans, kept reports, lessons, templates (P14.13). */
export async function gatherCases(context: Context, store: Store, asker: Asker | undefined): Promise<CaseText[]> {
  return [
    ...(await campaignCases(context, store, asker)),
    ...(await lessonCases(context, store)),
    ...(await reportCases(context, store)),
    ...(await planCases(context, store)),
    ...templateCases(),
  ]
}
