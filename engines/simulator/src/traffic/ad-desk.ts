import { allocate, cents, type Rng } from '@zhanggui/kernel'
import type { DayMood } from '../calendar/day-mood.ts'
import type { Catalogue } from '../catalogue/build-catalogue.ts'
import type { AdRow } from '../rows.ts'
import { createSampler, type Sampler } from '../sampler.ts'
import type { AdPlan } from './ad-plans.ts'

/** A click that reached the shop: which plan and unit brought it. */
export type AdClick = { plan: number; unit: number }

/** What a unit's clicks did on the day. */
type UnitDay = {
  clicks: number
  paidCents: number
  orders: number
  cartAdds: number
  favourites: number
  newBuyers: number
}

const emptyUnitDay = (): UnitDay => ({ clicks: 0, paidCents: 0, orders: 0, cartAdds: 0, favourites: 0, newBuyers: 0 })

/** Some who click never see the page. */
export const ARRIVAL_RATE = 0.94
/** How strongly the day's demand moves clicks at the same spend: exponent of the traffic factor. */
export const AD_DEMAND_EXPONENT = 0.6
/** Budgets follow the campaigns, as people who plan them do. */
const BUDGET_EXPONENT = 0.7
/** Each plan's budget is moved every fortnight, so that history shows more than one point of the curve. */
const BUDGET_STEPS = [0.35, 0.6, 1, 1, 1.4, 2] as const
const BUDGET_STEP_DAYS = 14

export const adDemand = (mood: DayMood): number => mood.traffic ** AD_DEMAND_EXPONENT * mood.rhythm

/** Expected clicks of a day with this adstock (yuan). */
export function expectedClicks(plan: AdPlan, stockYuan: number, demand: number): number {
  if (stockYuan <= 0) return 0
  return (demand * plan.clicksMax) / (1 + (plan.half / stockYuan) ** plan.shape)
}

/** Spends the plans' budgets day by day, brings their clicks, and writes the tools' reports. */
export class AdDesk {
  private readonly plans: readonly AdPlan[]
  private readonly catalogue: Catalogue
  private readonly rng: Rng
  private readonly stocks: number[]
  private readonly pickUnit: Sampler[]
  private spendCents: number[] = []
  private today: UnitDay[][] = []

  constructor(plans: readonly AdPlan[], catalogue: Catalogue, rng: Rng) {
    this.plans = plans
    this.catalogue = catalogue
    this.rng = rng
    // The plans have run before the first day.
    this.stocks = plans.map((p) => (p.adstock * p.usualSpendYuan) / (1 - p.adstock))
    this.pickUnit = plans.map((p) => createSampler(p.units.map((u) => u.clickShare)))
  }

  openDay(mood: DayMood, rng: Rng): AdClick[] {
    this.today = this.plans.map((plan) => plan.units.map(emptyUnitDay))
    this.spendCents = this.plans.map((plan) => Math.round(this.spendYuan(plan, mood, rng) * 100))
    return this.plans.flatMap((plan) => this.clicksOf(plan, mood, rng))
  }

  private spendYuan(plan: AdPlan, mood: DayMood, rng: Rng): number {
    const step = this.rng.fork(`budget/${plan.planId}/${Math.floor(mood.index / BUDGET_STEP_DAYS)}`).pick(BUDGET_STEPS)
    const budget = plan.usualSpendYuan * mood.traffic ** BUDGET_EXPONENT * mood.rhythm
    return budget * step * Math.exp(0.1 * rng.normal())
  }

  private clicksOf(plan: AdPlan, mood: DayMood, rng: Rng): AdClick[] {
    const stock = (this.spendCents[plan.index] ?? 0) / 100 + plan.adstock * (this.stocks[plan.index] ?? 0)
    this.stocks[plan.index] = stock
    const clicks = rng.poisson(expectedClicks(plan, stock, adDemand(mood)))
    const arrived: AdClick[] = []
    for (let i = 0; i < clicks; i++) {
      const unit = this.pickUnit[plan.index]?.(rng) ?? 0
      const unitDay = this.unitDay({ plan: plan.index, unit })
      unitDay.clicks += 1
      if (rng.next() < ARRIVAL_RATE) arrived.push({ plan: plan.index, unit })
    }
    return arrived
  }

  /** Where a visit books what it did. */
  unitDay(click: AdClick): UnitDay {
    const unit = this.today[click.plan]?.[click.unit]
    if (!unit) throw new Error(`no such advertising unit: plan ${click.plan}, unit ${click.unit}`)
    return unit
  }

  closeDay(mood: DayMood, rng: Rng): AdRow[] {
    return this.plans.flatMap((plan) => {
      const weights = plan.units.map((u) => Math.round(u.spendShare * 10_000))
      const spend = allocate(cents(this.spendCents[plan.index] ?? 0), weights)
      const hero = this.catalogue.categories[plan.category]?.items[0]
      return plan.units.map((unit, i): AdRow => {
        const done = this.unitDay({ plan: plan.index, unit: i })
        return {
          day: mood.day,
          tool: plan.tool,
          plan_id: plan.planId,
          unit_id: unit.unitId,
          plan_name: plan.planName,
          item_id: hero?.itemId ?? '',
          keyword: unit.keyword,
          impressions: done.clicks + rng.poisson((done.clicks * (1 - unit.clickRate)) / unit.clickRate),
          clicks: done.clicks,
          spend_cents: spend[i] ?? 0,
          attributed_paid_cents: Math.round(done.paidCents * plan.claimFactor),
          attributed_orders: done.orders,
          cart_adds: done.cartAdds,
          favourites: done.favourites,
          new_buyers: done.newBuyers,
        }
      })
    })
  }
}
