import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { PeopleTold } from './people-told.ts'

export const GIFT_SHORTAGE: FaultKind = {
  kind: 'giftShortage',
  plan: 'gift-shortage',
  nameZh: '赠品送完',
  nameEn: 'The gifts are gone',
  minutes: 600,
  usual: 1,
  stage: (fault) => {
    const people = new PeopleTold()
    let [replaced, missedNow] = [false, 0]
    return {
      fault,
      tags: {},
      levers: [],
      salesCount: true,
      sold: (lines, minute) => {
        const paid = lines.reduce((sum, line) => sum + (line.paidCents ?? 0), 0)
        const order = lines[0]
        if (!order || replaced || !isOn(fault, minute) || paid < ASSUMPTIONS.giftFromCents) return
        missedNow += 1
        people.add(order.orderId, paid)
      },
      figures: () => {
        const missed = missedNow
        missedNow = 0
        return [reading('giftGap', missed, missed)]
      },
      effect: (effect) => {
        if (effect === 'replaceGift') replaced = true
        if (effect === 'tellAffected') people.tellAll()
        if (effect === 'compensate') people.compensateAll()
      },
      tally: () => ({ ...NOTHING, affected: people.affected, told: people.told, directCents: people.costCents() }),
    }
  },
}
