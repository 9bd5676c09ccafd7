import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'

export const SITE_LOSS: FaultKind = {
  kind: 'siteLoss',
  plan: 'site-loss',
  nameZh: '机房失联',
  nameEn: 'A site is lost',
  minutes: 90,
  usual: 0.5,
  stage: (fault, { world, put, luck }) => {
    let [asked, failed, turnedAway] = [0, 0, 0]
    const isFirst = (): boolean => world().get('site/first')?.state === 'on'
    return {
      fault,
      tags: { site: 'first' },
      salesCount: true,
      levers: [
        ['site/first', { state: 'on', health: 1, costCents: 0 }],
        ['site/second', { state: 'backup', health: 1, costCents: 0 }],
      ],
      keepsAway: (visit, minute) => {
        if (visit.standby) return false
        asked += 1
        const away = isOn(fault, minute) && isFirst() && luck(visit, 4) < fault.size
        if (away) failed += 1
        return away
      },
      figures: (minute) => {
        const answer = reading('siteErrorRate', asked === 0 ? null : failed / asked, asked)
        turnedAway += failed
        asked = 0
        failed = 0
        put('site/first', { ...world().get('site/first'), health: isOn(fault, minute) ? 1 - fault.size : 1 })
        return [answer]
      },
      effect: () => {},
      tally: () => ({ ...NOTHING, notes: { visitsTurnedAway: turnedAway } }),
    }
  },
}
