import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { PeopleTold } from './people-told.ts'

const STUDIO = '直播'
/** A broadcast is planned in slots of so many minutes. */
const SLOT_MINUTES = 30

export const CREATOR_FAILURE: FaultKind = {
  kind: 'creatorFailure',
  plan: 'creator-failure',
  nameZh: '直播取消',
  nameEn: 'A broadcast is cancelled',
  minutes: 180,
  usual: 1,
  stage: (fault, { luck, put }) => {
    const audience = new PeopleTold()
    let [gap, replacedAt] = [0, -1]
    const slots = Math.ceil((fault.to - fault.from) / SLOT_MINUTES)
    const missed = (): number => {
      const until = replacedAt < 0 ? fault.to : Math.min(fault.to, replacedAt)
      return Math.max(0, Math.ceil((until - fault.from) / SLOT_MINUTES))
    }
    return {
      fault,
      tags: { channel: STUDIO },
      salesCount: true,
      levers: [[`channel/${STUDIO}`, { state: 'on', roi: 2 }]],
      keepsAway: (visit, minute) => {
        if (visit.channel !== STUDIO || !isOn(fault, minute)) return false
        const away = replacedAt < 0 || luck(visit, 3) >= ASSUMPTIONS.standInShare
        if (away) audience.add(`${visit.index}`, 0)
        return away
      },
      figures: (minute) => {
        gap = isOn(fault, minute) && replacedAt < 0 ? gap + 1 : 0
        return [reading('liveGapMinutes', gap)]
      },
      effect: (effect, _step, minute) => {
        if (effect === 'replaceCreator' && replacedAt < 0) {
          replacedAt = minute
          put(`channel/${STUDIO}`, { state: 'on', roi: 2 })
        }
        if (effect === 'tellAffected') audience.tellAll()
      },
      tally: () => ({
        ...NOTHING,
        affected: audience.affected,
        told: audience.told,
        notes: { slots, slotsMissed: missed(), refilledAfterMinutes: replacedAt < 0 ? -1 : replacedAt - fault.from },
      }),
    }
  },
}
