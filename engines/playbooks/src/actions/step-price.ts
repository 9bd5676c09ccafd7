import { type Change, type Fields, numberOf, subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, listParam, numberParam, percent } from './action-type.ts'

const DAY_MINUTES = 1440

/**
 * A slow seller: `listCents` before any step, `cents` now, `floorCents`, `step` taken so far (0 none), `steppedAt` (minutes
 * since 1970), `slow` (still sells too slowly) and `rigid` (a high-margin item whose price never moves).
 */
type Ladder = { list: number; now: number; floor: number; step: number; steppedAt: number | null }

function ladderOf(fields: Fields): Ladder | null {
  const [list, now, floor, step] = ['listCents', 'cents', 'floorCents', 'step'].map((field) => numberOf(fields, field))
  if (list == null || now == null || floor == null || step == null) return null
  return { list, now, floor, step, steppedAt: numberOf(fields, 'steppedAt') }
}

/** The price after a step: from the price before any step, never below the floor. Minor units. */
const priceAfter = ({ list, floor }: Ladder, cut: number): number => Math.max(floor, Math.round(list * (1 - cut)))

/** Reduction → discount → flash sale, one step at a time with a wait between (P10.07). Stops when the item sells again. */
export const stepPrice: ActionType = {
  id: 'stepPrice',
  nameZh: '滞销阶梯降价',
  nameEn: 'Step a slow seller down',
  params: [
    {
      key: 'cuts',
      zh: '各步降幅',
      en: 'cuts',
      kind: 'shares',
      min: 0.01,
      max: 0.7,
      most: 5,
      initial: [0.05, 0.15, 0.3],
    },
    { key: 'waitDays', zh: '每步间隔天数', en: 'days between', kind: 'number', min: 1, max: 60, initial: 7 },
  ],
  reads: ['price'],
  leastApproval: 'confirm',
  plan: (params, world, { at }) => {
    const cuts = listParam(params, 'cuts').map(Number)
    const changes = subjectsOf(world, 'price').flatMap(({ subject, fields }): Change[] => {
      const ladder = ladderOf(fields)
      if (!ladder || fields.rigid === true || fields.slow !== true) return []
      const cut = cuts[ladder.step]
      const waited = ladder.steppedAt === null || at - ladder.steppedAt >= numberParam(params, 'waitDays') * DAY_MINUTES
      if (cut === undefined || !waited) return []
      const after = priceAfter(ladder, cut)
      if (after >= ladder.now) return []
      return [
        { subject, field: 'cents', before: ladder.now, after },
        { subject, field: 'step', before: ladder.step, after: ladder.step + 1 },
        { subject, field: 'steppedAt', before: ladder.steppedAt, after: at },
      ]
    })
    return changes.length > 0
      ? changing(changes)
      : cannot('noStepDue', '没有商品到了该降价的一步', 'no item is due for a step')
  },
  say: (params) => {
    const cuts = listParam(params, 'cuts').map((cut) => percent(Number(cut)))
    const days = numberParam(params, 'waitDays')
    return {
      zh: `滞销商品依次降 ${cuts.join(' → ')}，每步至少隔 ${days} 天，不破底价，动销恢复即停`,
      en: `step slow sellers down ${cuts.join(' → ')}, at least ${days} days apart, never below the floor, until they sell again`,
    }
  },
}

/** Reply to a competitor's cut (P15.06): follow down to `most` below our own price before the reply, never below the floor. */
export const replyPrice: ActionType = {
  id: 'replyPrice',
  nameZh: '价格战应对',
  nameEn: 'Reply to a price cut',
  params: [{ key: 'most', zh: '最多降', en: 'at most', kind: 'share', min: 0.01, max: 0.1, initial: 0.05 }],
  reads: ['price'],
  leastApproval: 'confirm',
  plan: (params, world) => {
    const changes = subjectsOf(world, 'price').flatMap(({ subject, fields }): Change[] => {
      const ladder = ladderOf(fields)
      const rival = numberOf(fields, 'rivalCents')
      if (!ladder || rival === null || fields.rigid === true || rival >= ladder.now) return []
      // Measured from the price before any step or reply, so that a second reply cannot go below the first one's limit.
      const lowest = Math.max(ladder.floor, Math.ceil(ladder.list * (1 - numberParam(params, 'most'))))
      const after = Math.max(rival, lowest)
      return after < ladder.now ? [{ subject, field: 'cents', before: ladder.now, after }] : []
    })
    return changes.length > 0
      ? changing(changes)
      : cannot(
          'noReply',
          '没有可跟价的商品（已到限度、底价，或对方不更低）',
          'nothing can follow: limit or floor reached',
        )
  },
  say: (params) => ({
    zh: `竞品更低时跟价，最多降 ${percent(numberParam(params, 'most'))}，不破底价`,
    en: `follow a cheaper rival by ${percent(numberParam(params, 'most'))} at most, never below the floor`,
  }),
}
