import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'

/** Abusive requests for each visit while it lasts, and what is left of them behind a shield. */
const BOTS_PER_VISIT = 6
const LEFT_BEHIND_SHIELD = 0.02

export const ATTACK: FaultKind = {
  kind: 'attack',
  plan: 'attack',
  nameZh: '恶意流量攻击',
  nameEn: 'An attack',
  minutes: 120,
  usual: 0.5,
  stage: (fault, { luck }) => {
    let shielded = false
    let [visits, bots, asked, passed, turnedAway] = [0, 0, 0, 0, 0]
    return {
      fault,
      tags: {},
      levers: [],
      salesCount: true,
      keepsAway: (visit, minute) => {
        if (visit.standby) return false
        visits += 1
        if (!isOn(fault, minute)) return false
        bots += BOTS_PER_VISIT * (shielded ? LEFT_BEHIND_SHIELD : 1)
        const away = luck(visit, 5) < (shielded ? ASSUMPTIONS.challengeLossShare : fault.size)
        if (shielded) asked += 1
        if (shielded && !away) passed += 1
        if (away) turnedAway += 1
        return away
      },
      figures: () => {
        const all = visits + bots
        const answer = reading('botShare', all === 0 ? null : bots / all, all)
        visits = 0
        bots = 0
        return [answer]
      },
      effect: (effect) => {
        if (effect === 'shield') shielded = true
      },
      tally: () => ({
        ...NOTHING,
        notes: { visitsTurnedAway: turnedAway, buyersPassBp: asked === 0 ? -1 : Math.round((passed / asked) * 10_000) },
      }),
    }
  },
}
