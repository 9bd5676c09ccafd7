import { numberOf } from '@zhanggui/playbooks'
import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'

const ITEMS = 6
/** Rival prices are imported so often. */
const IMPORT_MINUTES = 10
/** A price never goes below this share above cost. */
const FLOOR_OVER_COST = 1.05

export const PRICE_WAR: FaultKind = {
  kind: 'priceWar',
  plan: 'price-war',
  nameZh: '竞品降价',
  nameEn: 'A rival cuts prices',
  minutes: 240,
  usual: 0.08,
  stage: (fault, { day, put, world, rng }) => {
    const goods = day.goods()
    const category = rng.pick([...new Set(goods.map((good) => good.category))])
    const own = goods.filter((good) => good.category === category).slice(0, ITEMS)
    const items = new Set(own.map(({ itemId }) => itemId))
    const rival = new Map(own.map(({ itemId, priceCents }) => [itemId, Math.round(priceCents * (1 - fault.size))]))
    const centsOf = (itemId: string): number => numberOf(world().get(`price/${itemId}`) ?? {}, 'cents') ?? 0
    const listOf = (itemId: string): number => numberOf(world().get(`price/${itemId}`) ?? {}, 'listCents') ?? 1
    let [on, gap] = [false, 0]
    const watch = (minute: number): void => {
      on = isOn(fault, minute)
      if (minute % IMPORT_MINUTES !== 0) return
      for (const { itemId } of own) {
        const fields = world().get(`price/${itemId}`) ?? {}
        put(`price/${itemId}`, { ...fields, rivalCents: on ? (rival.get(itemId) ?? null) : null })
      }
      gap = on
        ? Math.min(...own.map(({ itemId }) => ((rival.get(itemId) ?? 0) - centsOf(itemId)) / centsOf(itemId)))
        : 0
    }
    return {
      fault,
      tags: {},
      salesCount: true,
      levers: [
        ...own.map(({ itemId, priceCents, costCents }) => {
          const floorCents = Math.min(priceCents, Math.round(costCents * FLOOR_OVER_COST))
          const fields = { listCents: priceCents, cents: priceCents, floorCents, step: 0, steppedAt: null, slow: false }
          return [`price/${itemId}`, { ...fields, rigid: false, rivalCents: null }] as const
        }),
        ['reserve/reserve', { reserveCents: 10_000_000, releasedCents: 0 }],
      ],
      orderFactor: (_channel, itemId) => {
        if (!on || !items.has(itemId)) return 1
        const ratio = Math.min(1, (rival.get(itemId) ?? 0) / centsOf(itemId))
        return ratio ** ASSUMPTIONS.crossElasticity
      },
      priceFactor: (itemId) => (items.has(itemId) ? centsOf(itemId) / listOf(itemId) : 1),
      figures: (minute) => {
        watch(minute)
        return [reading('rivalPriceGap', gap)]
      },
      effect: () => {},
      tally: () => {
        const cuts = own.map(({ itemId }) => 1 - centsOf(itemId) / listOf(itemId))
        const broken = own.filter(({ itemId }) => {
          const floor = numberOf(world().get(`price/${itemId}`) ?? {}, 'floorCents') ?? 0
          return centsOf(itemId) < floor
        })
        const reserve = world().get('reserve/reserve') ?? {}
        return {
          ...NOTHING,
          notes: {
            largestCutBp: Math.round(Math.max(0, ...cuts) * 10_000),
            belowFloor: broken.length,
            reserveReleasedCents: numberOf(reserve, 'releasedCents') ?? 0,
          },
        }
      },
    }
  },
}
