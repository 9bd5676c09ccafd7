import { type Candidate, SUBSTITUTE_RULES, stockOut, substitutesFor } from '@zhanggui/inventory'
import type { Fields } from '@zhanggui/playbooks'
import type { LiveGood } from '@zhanggui/simulator'
import { type FaultKind, NOTHING, reading, type SoldLine } from './fault.ts'
import { PeopleTold } from './people-told.ts'
import { RecentUnits } from './recent-units.ts'

const SLOTS = 5
const DAY_MINUTES = 1440
const PACE_MINUTES = 60
/** Orders of so many minutes before the count were promised from units that were not there. */
const PHANTOM_MINUTES = 30
/** Hours of stock that are really there where half of it is missing. */
const LEFT_HOURS = 3
const LEFT_UNITS_LEAST = 3
const FAR = 7 * DAY_MINUTES

/** On a burst day a stand-in needs more behind it than on any other. */
const STAND_IN_RULES = { ...SUBSTITUTE_RULES, onHandMin: 80 }

const candidateOf = (good: LiveGood): Candidate => ({
  item: good.itemId,
  title: good.title,
  category: good.category,
  brand: good.brand,
  priceCents: good.priceCents,
  marginCents: good.priceCents - good.costCents,
  onHand: good.onHand,
  minutesLeft: null,
  unitsSold: 0,
})

const slotFields = (good: LiveGood, goods: readonly LiveGood[]): Fields => ({
  item: good.itemId,
  stock: good.onHand,
  substitutes: substitutesFor(candidateOf(good), goods.map(candidateOf), STAND_IN_RULES)
    .map(({ item }) => item)
    .join(' '),
})

export const STOCK_LOSS: FaultKind = {
  kind: 'stockLoss',
  plan: 'stock-out',
  nameZh: '爆款实物短缺',
  nameEn: 'A best seller is not there',
  minutes: 600,
  usual: 0.5,
  stage: (fault, { day, world, put }) => {
    const goods = day.goods()
    const shown = [...Map.groupBy(goods, (good) => good.category).values()]
      .flatMap(([best]) => best ?? [])
      .slice(0, SLOTS)
    const target = shown[0]?.itemId ?? ''
    const people = new PeopleTold()
    const recent: { minute: number; line: SoldLine }[] = []
    const pace = new RecentUnits(PACE_MINUTES)
    let [warnedAt, emptyAt, begun] = [-1, -1, false]
    const slotOf = (itemId: string): Fields | undefined => {
      const index = shown.findIndex((good) => good.itemId === itemId)
      return index < 0 ? undefined : world().get(`slot/home-${index + 1}`)
    }
    const minutesLeft = (itemId: string, minute: number): number => {
      const asSold = { units: pace.of(itemId, minute), dayShare: PACE_MINUTES / DAY_MINUTES }
      const left = stockOut({ onHand: day.stockOf(itemId), pace: asSold, clock: (m) => m / DAY_MINUTES })
      return left.early ?? FAR
    }
    const showStock = (): void => {
      for (const [i] of shown.entries()) {
        const key = `slot/home-${i + 1}`
        const fields = world().get(key) ?? {}
        put(key, { ...fields, stock: day.stockOf(String(fields.item)) })
      }
    }
    return {
      fault,
      tags: {},
      salesCount: true,
      levers: shown.map((good, i) => [`slot/home-${i + 1}`, slotFields(good, goods)] as const),
      begin: (minute) => {
        begun = true
        const left = Math.max(LEFT_UNITS_LEAST, pace.of(target, minute) * LEFT_HOURS * (1 - fault.size))
        day.takeStock(target, 1 - left / Math.max(left, day.stockOf(target)))
        for (const { line, minute: at } of recent)
          if (at > minute - PHANTOM_MINUTES) people.add(line.orderId, line.paidCents ?? 0)
      },
      shows: (itemId) => String(slotOf(itemId)?.item ?? itemId),
      emptied: (itemId) => begun && itemId === target && day.stockOf(target) <= 0,
      sold: (lines, minute) => {
        for (const line of lines) {
          if (line.paidCents === null) continue
          if (!slotOf(line.itemId)) continue
          pace.add(line.itemId, line.quantity, minute)
          if (line.itemId === target && !begun) recent.push({ minute, line })
        }
      },
      figures: (minute) => {
        showStock()
        const items = shown.map((_, i) => String(world().get(`slot/home-${i + 1}`)?.item))
        const first = Math.min(...items.map((itemId) => minutesLeft(itemId, minute)))
        if (begun && warnedAt < 0 && first <= PACE_MINUTES) warnedAt = minute
        if (begun && emptyAt < 0 && day.stockOf(target) <= 0) emptyAt = minute
        return [reading('minutesToStockOut', first)]
      },
      effect: (effect) => {
        if (effect === 'tellAffected') people.tellAll()
        if (effect === 'compensate') people.compensateAll()
      },
      tally: () => ({
        ...NOTHING,
        affected: people.affected,
        told: people.told,
        directCents: people.costCents(),
        notes: {
          warnedMinutesBefore: warnedAt >= 0 && emptyAt >= 0 ? emptyAt - warnedAt : -1,
          slotsSoldOut: shown.filter((_, i) => Number(world().get(`slot/home-${i + 1}`)?.stock) <= 0).length,
        },
      }),
    }
  },
}
