import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { RecentUnits } from './recent-units.ts'

/** The share of what is missing that safety stock covers (P15.05: 20 %). */
const SAFETY_SHARE = 0.2
/** So many hours of stock are left when the delivery fails, at the pace of the last one. */
const LEFT_HOURS = 0.5
const PACE_MINUTES = 60

export const SUPPLY_GAP: FaultKind = {
  kind: 'supplyGap',
  plan: 'supplier-failure',
  nameZh: '补货未到',
  nameEn: 'A delivery does not arrive',
  minutes: 720,
  usual: 1,
  stage: (fault, { day }) => {
    const goods = day.goods()
    const categories = [...new Set(goods.map((good) => good.category))]
    // Another category than the one whose best seller a stock loss strikes.
    const target = goods.find((good) => good.category === categories[1])?.itemId ?? ''
    const pace = new RecentUnits(PACE_MINUTES)
    let [missing, brought, begun] = [0, 0, false]
    return {
      fault,
      tags: {},
      levers: [],
      salesCount: true,
      begin: (minute) => {
        begun = true
        const left = Math.max(1, pace.of(target, minute) * LEFT_HOURS)
        missing = day.takeStock(target, 1 - left / Math.max(left, day.stockOf(target)))
      },
      sold: (lines, minute) => {
        for (const line of lines)
          if (line.itemId === target && line.paidCents !== null) pace.add(target, line.quantity, minute)
      },
      emptied: (itemId) => begun && itemId === target && day.stockOf(target) <= 0,
      figures: (minute) => [reading('supplyGapUnits', isOn(fault, minute) ? Math.max(0, missing - brought) : 0)],
      effect: (effect) => {
        if (effect !== 'replenish') return
        const units = missing - brought
        day.addStock(target, units)
        brought += units
      },
      tally: () => ({
        ...NOTHING,
        notes: { unitsMissing: missing, unitsBrought: brought, safetyUnits: Math.round(missing * SAFETY_SHARE) },
      }),
    }
  },
}
