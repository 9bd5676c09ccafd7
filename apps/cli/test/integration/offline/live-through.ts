import type { CampaignDetail, LiveBoard, ProposedLessons } from '@zhanggui/contract'
import { doAllWork, endRunSheet } from '../../../../server/test/support/finish-campaign.ts'
import type { Shop } from './open-shop.ts'
import { sellAndSend } from './sell.ts'
import { type Reacted, react } from './watch.ts'

export const CAMPAIGN = 'brand-day'
const WHERE = `/campaigns/${CAMPAIGN}`
const BURST_DAY = '2026-09-16'

/** Begins when the first of its days begins in the shop, from 1 September on. */
const PROMOTION = {
  id: CAMPAIGN,
  name: '品牌日满减',
  from: '2026-09-01T16:00:00.000Z',
  until: '2026-09-23T16:00:00.000Z',
  budgetCents: 1_000_000,
  rules: [
    {
      ruleId: 'spend-150',
      name: '满150减20',
      mechanic: 'spendAndSave',
      params: { tiers: [{ minCents: 15_000, cutCents: 2000 }] },
    },
  ],
}

const read = (shop: Shop): Promise<CampaignDetail> => shop.api('GET', WHERE)

async function begin(shop: Shop): Promise<void> {
  await shop.api('POST', '/promotions', PROMOTION)
  await shop.api('POST', `/promotions/${CAMPAIGN}/approve`, { version: 1 })
  await shop.api('POST', '/campaigns', {
    ...{ id: CAMPAIGN, name: '品牌日', template: 'brandDay', mainDay: BURST_DAY },
    ...{ targetCents: 100_000, budgetCents: 100_000, team: [{ team: 'operations', lead: '李运营' }] },
  })
  const { body, revision } = await read(shop)
  const goods = [{ itemId: 'cream', role: 'hero' }]
  await shop.api('PUT', WHERE, { ...body, revision, audience: '老客与新客', goods, promotions: [CAMPAIGN] })
  await shop.api('POST', `${WHERE}/move`, { to: 'approved' })
  await doAllWork(shop.api, `${WHERE}`)
}

/** One step further, as the teams sign and the clock reaches it. Shape: the state it stands in then. */
async function step(shop: Shop): Promise<string> {
  const { state, step: next } = await read(shop)
  if (state === 'burst') await endRunSheet(shop.api, WHERE)
  for (const team of next?.signaturesNeeded ?? [])
    await shop.api('POST', `${WHERE}/sign`, { phase: next?.state, wave: next?.wave, team, decision: 'go' })
  await shop.tick()
  return (await read(shop)).state
}

/** When the clock of the shop reaches each phase. */
const STARTS = [
  ['reservoir', '2026-09-01T16:00:00.000Z'],
  ['preheat', '2026-09-08T16:00:00.000Z'],
  ['burst', '2026-09-15T16:00:00.000Z'],
  ['closing', '2026-09-16T16:00:00.000Z'],
  ['longTail', '2026-09-19T16:00:00.000Z'],
  ['review', '2026-09-23T16:00:00.000Z'],
] as const

export type Lived = {
  states: string[]
  soldCents: number
  parcels: number
  boardCents: number | null
  reacted: Reacted | null
}

/** The campaign from its template to its review; on its burst day it sells, sends, the board follows, and a fault is met. */
export async function liveThrough(shop: Shop): Promise<Lived> {
  await begin(shop)
  const states: string[] = []
  let burst: Omit<Lived, 'states'> = { soldCents: 0, parcels: 0, boardCents: null, reacted: null }
  for (const [phase, start] of STARTS) {
    await shop.goTo(start)
    states.push(await step(shop))
    if (phase !== 'burst') continue
    await shop.goTo('2026-09-16T02:00:00.000Z')
    const sales = await sellAndSend(shop)
    const { figures } = await shop.api<LiveBoard>('GET', '/live/board')
    burst = { ...sales, boardCents: figures.paidCents, reacted: await react(shop) }
  }
  return { states, ...burst }
}

/** The campaign is put away with its review and what was learnt. */
export async function putAway(shop: Shop): Promise<string> {
  const { body, revision } = await read(shop)
  await shop.api('PUT', WHERE, { ...body, revision, review: '达成目标，下次早一周种草。' })
  await shop.api('POST', `${WHERE}/move`, { to: 'archived' })
  const lesson = { title: '早一周种草', text: '蓄水期提前一周。', campaign: CAMPAIGN, mechanics: 'spendAndSave' }
  await shop.api('POST', '/resources/lessons', { data: { ...lesson, categories: '护肤', season: 'autumn' } })
  return (await read(shop)).state
}

/** Next year's campaign of the kind begins with what was learnt: shape: the lessons that were offered, and how often each was taken up. */
export async function planNextYear(shop: Shop): Promise<{ plan: string; lessons: [title: string, reuses: number][] }> {
  const { id: plan } = await shop.api<{ id: string }>('POST', '/plans', { year: 2027, name: '2027' })
  const offered = (): Promise<ProposedLessons> =>
    shop.api('GET', '/archive/lessons?template=brandDay&mainDay=2027-09-16')
  const id = 'brand-day-2027'
  const campaign = { id, name: '品牌日 2027', template: 'brandDay', mainDay: '2027-09-16' }
  await shop.api('POST', '/campaigns', { ...campaign, targetCents: 120_000, budgetCents: 100_000, team: [] })
  for (const lesson of (await offered()).lessons)
    await shop.api('POST', '/archive/reuses', { source: lesson.source, id: lesson.id, campaign: id })
  return { plan, lessons: (await offered()).lessons.map(({ title, reuses }) => [title, reuses]) }
}
