import { CAMPAIGN_TEMPLATES, sellingDays } from '@zhanggui/campaigns'
import { CAMPAIGN_TEAMS, type CampaignBody, type Store } from '@zhanggui/contract'
import { addDays, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../../../context.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { createCampaign } from '../../../campaigns/index.ts'
import {
  ownCampaign,
  ownEntry,
  readCampaignRow,
  readCampaignRows,
  readEntryRows,
} from '../../../campaigns/records/campaign-rows.ts'
import { occasionOf } from '../../../campaigns/records/draft-from-template.ts'
import { windowsOf } from '../../../campaigns/records/plan-of.ts'
import {
  type CampaignRow,
  campaignEntries,
  campaignMoves,
  campaignSignatures,
  campaigns,
} from '../../../campaigns/schema.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { readAllGoods } from '../../../promotions/price/read-goods.ts'
import { DEMO_TEAM, demoMoves, demoPlace, demoSignatures } from './demo-course.ts'
import { demoContacts, demoEnrolment, demoSlots, type PlacesGiven } from './demo-places.ts'
import { livedThrough } from './lived-through.ts'

/** Best sellers that the campaign puts forward. */
const GOODS_COUNT = 12
/** The campaign is to bring so much more than the same days a year before; a wish of the demo, as a shop would state one. */
const GROWTH_BP = 11_500

type At = { context: Context; caller: ResourceCaller; store: Store; now: Date }

async function bestSellers({ context, store }: At): Promise<PlacesGiven['items']> {
  const asked = {
    metrics: ['paid'],
    by: ['item'],
    order: { by: 'paid', direction: 'desc' as const },
    limit: GOODS_COUNT,
  }
  const { rows } = await runQuery(context, store, asked)
  const goods = await readAllGoods(context, store.id, { at: context.clock.now() })
  return rows.flatMap(({ item }) => {
    const priceCents = goods.get(String(item))?.unitCents
    return priceCents ? [{ item: String(item), priceCents }] : []
  })
}

/** What the same days brought a year before, and a step more; null where the shop has no such days. */
async function targetOf({ context, store }: At, { windows }: Pick<CampaignBody, 'windows'>): Promise<number | null> {
  const range = sellingDays(windowsOf({ windows }))
  if (!range) return null
  const [from, to] = [addDays(range.from, -365), addDays(range.to, -365)]
  const { totals } = await runQuery(context, store, { metrics: ['paid'], from, to })
  const paid = typeof totals?.paid === 'number' ? totals.paid : 0
  return paid > 0 ? Math.round((paid * GROWTH_BP) / 10_000 / 100_00) * 100_00 : null
}

const written = (body: CampaignBody, items: PlacesGiven['items'], targetCents: number | null): CampaignBody => ({
  ...body,
  goal: { ...body.goal, targetCents },
  budgetCents: targetCents && Math.round(targetCents / 10),
  audience: '近一年买过家居与个护的老客，以及加购未付的新客',
  segments: [
    { name: '近一年老客', people: null },
    { name: '加购未付', people: null },
  ],
  copy: '一年一次的好价，会员再享一档。',
  goods: items.map(({ item }, i) => ({ itemId: item, role: i < 3 ? 'hero' : i < 8 ? 'traffic' : 'profit' })),
  promotions: ['season-savings', 'shop-coupon'],
})

/** Places, messages and the entry to an event, beside what the template brought. */
function placesOf(given: PlacesGiven) {
  const of = (kind: 'slot' | 'contact' | 'enrolment', bodies: Record<string, object>) =>
    Object.entries(bodies).map(([id, body]) => ({ kind, id, body }))
  return [
    ...of('slot', demoSlots(given)),
    ...of('contact', demoContacts(given)),
    ...of('enrolment', { 'brand-group': demoEnrolment(given) }),
  ]
}

async function storeLived({ context, caller, store, now }: At, row: CampaignRow, items: PlacesGiven['items']) {
  const key = { store: store.id, campaign: row.id }
  const moment = { now, timeZone: store.timezone }
  const today = businessDayOf(now, store.timezone)
  const entries = await readEntryRows(context.records.db, key)
  const given = { row, store, now, actor: caller.actor }
  const stamp = { ...key, version: 1, changedBy: caller.actor, changedAt: now }
  const places = placesOf({ now, today, mainDay: parseDay(row.body.mainDay), items })
  await context.records.transaction(async (tx) => {
    await tx
      .update(campaigns)
      .set({ ...demoPlace(given), body: row.body })
      .where(ownCampaign(key))
    for (const entry of entries) {
      const body = livedThrough(entry, moment)
      if (body !== entry.body)
        await tx
          .update(campaignEntries)
          .set({ body })
          .where(ownEntry({ ...key, ...entry }))
    }
    await tx
      .insert(campaignEntries)
      .values(places.map((place) => ({ ...stamp, ...place })) as (typeof campaignEntries.$inferInsert)[])
    await tx
      .insert(campaignMoves)
      .values(demoMoves(given).map((move) => ({ ...key, blockedBy: [], note: '', ...move })))
    const signed = demoSignatures(given)
    if (signed.length > 0) await tx.insert(campaignSignatures).values(signed.map((one) => ({ ...key, ...one })))
  })
}

const team = CAMPAIGN_TEAMS.map((name) => ({ team: name, lead: DEMO_TEAM[name] }))

type Wanted = { id: string; name: string; template: string; year: number }

/** The campaign as it stands; made first where the shop does not have it. */
async function campaignOf({ context, caller, store }: At, wanted: Wanted): Promise<CampaignRow> {
  const rows = await readCampaignRows(context.records.db, store.id)
  const known = rows.find(({ id }) => id === wanted.id)
  if (known) return known
  const campaign = await createCampaign(context, caller, store, { ...wanted, team })
  return readCampaignRow(context.records.db, { store: store.id, campaign })
}

/** This year's Double 11 as the shop lives through it, wherever the clock stands in it. */
async function saveDouble11(at: At, year: number): Promise<void> {
  const row = await campaignOf(at, { id: `double11-${year}`, name: `${year} 双11`, template: 'double11', year })
  // What it lived through is one transaction: without it the campaign is still the draft that it was made as.
  if (row.state !== 'draft') return
  const items = await bestSellers(at)
  const body = written(row.body, items, await targetOf(at, row.body))
  await storeLived(at, { ...row, body }, items)
}

/** The next campaign of the calendar, a draft that is still to be written. */
async function saveNext(at: At, today: string, year: number): Promise<void> {
  const { context, store } = at
  const dated = []
  for (const { id, nameZh, occasion } of CAMPAIGN_TEMPLATES)
    for (const of of occasion && id !== 'double11' ? [year, year + 1] : []) {
      const found = occasion && (await occasionOf(context, store, { occasion, year: of }))
      if (found && found.mainDay > today) dated.push({ template: id, year: of, nameZh, mainDay: found.mainDay })
    }
  const [next] = dated.toSorted((a, b) => (a.mainDay < b.mainDay ? -1 : 1))
  if (!next) return
  const { template, year: of, nameZh } = next
  await campaignOf(at, { id: `${template.toLowerCase()}-${of}`, name: `${of} ${nameZh}`, template, year: of })
}

/**
 * The demo shop's campaigns: this year's Double 11 in its phase by the clock, with its work, run sheet, pages, places and entry, and
 * the next one as a draft. Safe to repeat: what the shop has it keeps.
 */
export async function saveDemoCampaigns(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  const now = context.clock.now()
  const at: At = { context, caller: { store: store.id, actor, role: 'owner' }, store, now }
  const today = businessDayOf(now, store.timezone)
  const year = Number(today.slice(0, 4))
  await saveDouble11(at, year)
  await saveNext(at, today, year)
}
