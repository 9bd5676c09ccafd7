import { type Fields, keyOf, numberOf } from '@zhanggui/playbooks'
import type { StandbyChannel } from '@zhanggui/simulator'
import { type FaultKind, isOn, NOTHING } from './fault.ts'

/** Sources that a rule change strikes. */
const STRUCK: ReadonlySet<string> = new Set(['搜索', '推荐'])
const FISSION = '老客裂变'
/** What stands ready at scale 1, as it would go on the day of a big push. */
export const STANDBY: readonly StandbyChannel[] = [
  { name: '知乎信息流', visitsPerDay: 620, orderRate: 0.014 },
  { name: 'B站UP主', visitsPerDay: 520, orderRate: 0.012 },
  { name: FISSION, visitsPerDay: 360, orderRate: 0.02 },
]
/** Opened at once, a channel brings so much of what it could; the rest takes somebody who raises budget and bids. */
const OPENED_SHARE = 0.6
/** A packet of one and a half times the planned one brings all that fission can. */
const FULL_COEFFICIENT = 5_000

export const TRAFFIC_DROP: FaultKind = {
  kind: 'trafficDrop',
  plan: 'traffic-drop',
  nameZh: '搜索、推荐流量骤降',
  nameEn: 'Search and recommendation fall',
  minutes: 300,
  usual: 0.65,
  stage: (fault, { luck, world }) => {
    let raised = false
    let [lost, won] = [0, 0]
    const fields = (type: string, id: string): Fields => world().get(keyOf({ type, id })) ?? {}
    const openShare = (channel: string): number => {
      if (channel === FISSION)
        return ((numberOf(fields('fission', 'packet'), 'coefficient') ?? 0) - 10_000) / FULL_COEFFICIENT
      return fields('channel', channel).state === 'on' ? (raised ? 1 : OPENED_SHARE) : 0
    }
    return {
      fault,
      tags: {},
      salesCount: true,
      levers: [
        ['channel/知乎信息流', { state: 'backup', roi: 2.1 }],
        ['channel/B站UP主', { state: 'backup', roi: 1.8 }],
        ['fission/packet', { coefficient: 10_000, costCents: 2_000, budgetLeftCents: 1_000_000 }],
      ],
      keepsAway: (visit, minute) => {
        if (visit.standby) {
          // They are closed again when it is over.
          const comes = isOn(fault, minute) && luck(visit, 1) < openShare(visit.channel)
          if (comes) won += 1
          return !comes
        }
        const away = isOn(fault, minute) && STRUCK.has(visit.channel) && luck(visit, 2) < fault.size
        if (away) lost += 1
        return away
      },
      figures: () => [],
      effect: (effect) => {
        if (effect === 'raiseBackups') raised = true
      },
      tally: () => ({ ...NOTHING, notes: { visitsLost: lost, visitsWon: won } }),
    }
  },
}
