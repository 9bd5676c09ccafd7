import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { PeopleTold } from './people-told.ts'

export const WRONG_PROMOTION = 'stacked-by-mistake'

export const RULE_ERROR: FaultKind = {
  kind: 'ruleError',
  plan: 'rule-error',
  nameZh: '优惠叠加错误',
  nameEn: 'Offers stack by mistake',
  minutes: 180,
  usual: 0.7,
  stage: (fault, { day, world, put }) => {
    const goods = day.goods()
    const categories = [...new Set(goods.map((good) => good.category))]
    const target = goods.find((good) => good.category === categories[2])?.itemId ?? ''
    const people = new PeopleTold()
    let [on, lines, directCents, orders] = [false, 0, 0, 0]
    const holds = (): boolean => on && world().get(`promotion/${WRONG_PROMOTION}`)?.active === true
    return {
      fault,
      tags: { promotion: WRONG_PROMOTION },
      // Sales that it brings are lossful ones, and losing them is no loss.
      salesCount: false,
      levers: [[`promotion/${WRONG_PROMOTION}`, { active: false }]],
      begin: () => put(`promotion/${WRONG_PROMOTION}`, { active: true }),
      priceFactor: (itemId) => (itemId === target && holds() ? 1 - fault.size : 1),
      sold: (sold) => {
        for (const line of sold) {
          if (line.itemId !== target || line.paidCents === null || line.paidCents >= line.costCents) continue
          lines += 1
          orders += 1
          directCents += line.costCents - line.paidCents
          people.add(line.orderId, 0)
        }
      },
      figures: (minute) => {
        const below = lines
        lines = 0
        on = isOn(fault, minute)
        return [reading('belowFloorLines', below, below)]
      },
      effect: (effect) => {
        if (effect === 'tellAffected') people.tellAll()
      },
      tally: () => ({ ...NOTHING, affected: people.affected, told: people.told, directCents, notes: { orders } }),
    }
  },
}
