import { AskRegions, type RegionTargets, type Store } from '@zhanggui/contract'
import { CENSUS_PEOPLE, placeRegions, quadrantLines, type RegionFacts, regionTargets } from '@zhanggui/goals'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { GoalsFailure } from '../goals/goals-failure.ts'
import { loadGoals } from '../goals/load-goals.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { askRows } from './ask-rows.ts'
import { growthOn } from './growth-on.ts'
import { measuredYear } from './measured-year.ts'
import { REGION_POTENTIALS } from './region-potentials.ts'
import { writeYearParts } from './write-year-parts.ts'
import { yearRoot } from './year-root.ts'

type Potential = { people: number; from: 'register' | 'census' }
type Region = RegionFacts & { paidCents: number; potentialFrom: Potential['from'] | null }

/** The shop's own register first, then the census. */
async function readPotentials(context: Context, store: Store): Promise<(region: string) => Potential | null> {
  const rows = await readAllRows(context, REGION_POTENTIALS, store.id)
  const own = new Map(
    rows.flatMap(({ state, data }) =>
      state !== 'withdrawn' && typeof data.people === 'number' ? [[String(data.region), data.people] as const] : [],
    ),
  )
  return (region) => {
    const people = own.get(region)
    if (people !== undefined) return { people, from: 'register' }
    const counted = CENSUS_PEOPLE[region]
    return counted === undefined ? null : { people: counted, from: 'census' }
  }
}

/** Every region that bought in a year, with its buyers, sales and people, the largest first. */
async function readRegions(context: Context, store: Store, stretch: { from: string; to: string }): Promise<Region[]> {
  const potentialOf = await readPotentials(context, store)
  const { rows } = await askRows(context, store, { metrics: ['paid', 'buyers', 'aov'], by: 'province', stretch })
  return [...rows]
    .map(([region, { paid, buyers, aov }]): Region => {
      const potential = potentialOf(region)
      return {
        region,
        buyers: buyers ?? 0,
        paidCents: paid ?? 0,
        spendCents: aov ?? 0,
        potential: potential?.people ?? 0,
        potentialFrom: potential?.from ?? null,
      }
    })
    .toSorted((a, b) => b.paidCents - a.paidCents)
}

/**
 * Regions by penetration and spending power, with targets that sum to the year's: breakthrough regions grow most, a lead is kept
 * (P2.11). With `apply` the targets are written into the goals, where attainment follows them.
 * Errors: `no_last_year` where no region is known; `goals_conflict` where locks leave no room.
 */
export async function planRegions(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: AskRegions,
): Promise<RegionTargets> {
  const asked = parseInput(AskRegions, request)
  const loaded = await loadGoals(context, store, planId)
  const start = yearRoot(loaded, asked.totalCents)
  const totalCents = start.root.target ?? 0
  const range = await measuredYear(context, store, loaded.plan.year)
  const regions = await readRegions(context, store, range)
  if (regions.length === 0)
    throw new GoalsFailure('no_last_year', {
      zh: '去年没有带省份的订单，无法按区域分目标；请先导入。',
      en: 'No order of last year names a region, so there is nothing to place; import them first.',
    })
  // Who nobody can count people for must not draw the lines.
  const measured = regions.filter((r) => r.potentialFrom !== null)
  const lines = quadrantLines(measured)
  const places = placeRegions(regions, lines).map((place, i) => ({ ...place, paidCents: regions[i]?.paidCents ?? 0 }))
  const targets = regionTargets(places, { totalCents, lift: asked.lift })
  const amounts = new Map(targets.ok ? targets.value.map((t) => [t.region, t.targetCents]) : [])
  const changed = await writeYearParts(context, caller, store, {
    loaded,
    start,
    dimension: 'province',
    targets: amounts,
    asked,
  })
  return {
    year: loaded.plan.year,
    range,
    totalCents,
    lines,
    regions: places.map((place, i) => ({
      region: place.region,
      buyers: place.buyers,
      paidCents: place.paidCents,
      spendCents: place.spendCents,
      potential: place.potential > 0 ? place.potential : null,
      potentialFrom: regions[i]?.potentialFrom ?? null,
      penetration: place.penetration,
      quadrant: place.quadrant,
      targetCents: amounts.get(place.region) ?? 0,
      growth: growthOn(place.paidCents, amounts.get(place.region) ?? 0),
    })),
    changed,
  }
}
