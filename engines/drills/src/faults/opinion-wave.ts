import { ASSUMPTIONS } from './assumptions.ts'
import { type FaultKind, isOn, NOTHING, reading } from './fault.ts'
import { PeopleTold } from './people-told.ts'

/** Growth of a wave by the minute: unanswered, after a first word, after a statement (Bass-like spread of news). */
const GROWTH = { silent: 0.085, answered: 0.03 }
const FADING = 0.97
const FIRST_LEVEL = 0.02
/** Posts and complaints a minute at the height. */
const POSTS = 8
const COMPLAINTS = 1.5

export const OPINION_WAVE: FaultKind = {
  kind: 'opinionWave',
  plan: 'opinion-crisis',
  nameZh: '负面舆情扩散',
  nameEn: 'A wave of bad news',
  minutes: 420,
  usual: 1,
  stage: (fault, { rng }) => {
    const people = new PeopleTold()
    let [level, answered, stated, peak] = [0, false, false, 0]
    const spread = (minute: number): void => {
      if (!isOn(fault, minute)) {
        level = 0
        return
      }
      if (level === 0) level = FIRST_LEVEL
      level = stated ? level * FADING : level + (answered ? GROWTH.answered : GROWTH.silent) * level * (1 - level)
      peak = Math.max(peak, level)
    }
    return {
      fault,
      tags: {},
      levers: [],
      salesCount: true,
      orderFactor: () => 1 - ASSUMPTIONS.crisisDepth * fault.size * level,
      figures: (minute) => {
        spread(minute)
        const posts = level > 0 ? rng.poisson(POSTS * fault.size * level) : 0
        for (let i = rng.poisson(COMPLAINTS * fault.size * level); i > 0; i--) people.add(`${minute}/${i}`, 0)
        return [reading('crisisMentions', posts, posts)]
      },
      effect: (effect) => {
        if (effect === 'respondInPublic') answered = true
        if (effect === 'publishStatement') stated = true
        if (effect === 'tellAffected') people.tellAll()
        if (effect === 'compensate') people.compensateAll()
      },
      tally: () => ({
        ...NOTHING,
        affected: people.affected,
        told: people.told,
        directCents: people.costCents(),
        notes: { peakBp: Math.round(peak * 10_000) },
      }),
    }
  },
}
