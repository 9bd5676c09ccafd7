import { allocate, cents } from '@zhanggui/kernel'
import { type Change, numberOf, type Subject, subjectsOf } from '../playbooks/change.ts'
import type { Params } from '../playbooks/playbook.ts'
import { type ActionType, cannot, changing, numberParam, percent } from './action-type.ts'

/** `weight` and `base` in basis points of the venue, `pace`: sold so far over expected so far. */
type Venue = { subject: Subject; weight: number; base: number; pace: number }

type Rule = { tolerance: number; step: number; floor: number }

const ruleOf = (params: Params): Rule => ({
  tolerance: numberParam(params, 'tolerance'),
  step: numberParam(params, 'step'),
  floor: numberParam(params, 'floor'),
})

/** What a lagging category gives away in one step: a share of its weight, never below the floor share of its base. */
const givenBy = ({ weight, base }: Venue, { step, floor }: Rule): number =>
  Math.max(0, Math.min(Math.floor(weight * step), weight - Math.ceil(base * floor)))

/** What a recovered category gets back in one step at most: up to its base. */
const owedTo = ({ weight, base, pace }: Venue, { step, tolerance }: Rule): number =>
  pace >= 1 - tolerance && weight < base ? Math.min(base - weight, Math.floor(base * step)) : 0

/** What a category above its base gives back when others recovered. */
const spareOf = ({ weight, base }: Venue): number => Math.max(0, weight - base)

/** Splits an amount by weights with caps, the rest staying undistributed. Shape: one whole number a weight. */
function splitCapped(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  const given = caps.map(() => 0)
  let left = total
  while (left > 0) {
    const open = caps.map((cap, i) => (cap > (given[i] ?? 0) ? (weights[i] ?? 0) : 0))
    if (open.every((weight) => weight === 0)) break
    const parts = allocate(cents(left), open)
    let moved = 0
    for (const [i, part] of parts.entries()) {
      const take = Math.min(part, (caps[i] ?? 0) - (given[i] ?? 0))
      given[i] = (given[i] ?? 0) + take
      moved += take
    }
    if (moved === 0) break
    left -= moved
  }
  return given
}

/**
 * New weights after one bounded step: laggards give, recovered ones are paid back first, the rest goes to those ahead of
 * their pace. The sum never changes. Shape: one weight a venue, basis points.
 */
export function shiftWeights(venues: readonly Venue[], rule: Rule): number[] {
  const next = venues.map(({ weight }) => weight)
  const add = (parts: readonly number[], sign: 1 | -1) => {
    for (const [i, part] of parts.entries()) next[i] = (next[i] ?? 0) + sign * part
  }
  const owed = venues.map((venue) => owedTo(venue, rule))
  const lagging = venues.map((venue) => (venue.pace < 1 - rule.tolerance ? givenBy(venue, rule) : 0))
  const spare = venues.map((venue, i) => (owed[i] === 0 && lagging[i] === 0 ? spareOf(venue) : 0))
  const wanted = owed.reduce((a, b) => a + b, 0)
  const freed = lagging.reduce((a, b) => a + b, 0)
  const back = splitCapped(Math.max(0, wanted - freed), spare, spare)
  const paid = splitCapped(freed + back.reduce((a, b) => a + b, 0), owed, owed)
  const rest = freed + back.reduce((a, b) => a + b, 0) - paid.reduce((a, b) => a + b, 0)
  const ahead = venues.map(({ weight, pace }) => (pace > 1 + rule.tolerance ? weight : 0))
  // Nobody is ahead: what was freed has nowhere better to go, so laggards keep what is not owed to others.
  const gained = ahead.some((weight) => weight > 0) ? allocate(cents(rest), ahead) : splitCapped(rest, lagging, lagging)
  add(lagging, -1)
  add(back, -1)
  add(paid, 1)
  add(gained, 1)
  return next
}

/** Exposure of the venue follows pace (P10.08): bounded steps, a tolerance, a floor, and the way back. */
export const shiftExposure: ActionType = {
  id: 'shiftExposure',
  nameZh: '调整会场曝光',
  nameEn: 'Shift exposure',
  params: [
    { key: 'tolerance', zh: '容差', en: 'tolerance', kind: 'share', min: 0.01, max: 0.5, initial: 0.1 },
    { key: 'step', zh: '每步幅度', en: 'step', kind: 'share', min: 0.01, max: 0.3, initial: 0.1 },
    { key: 'floor', zh: '保底', en: 'floor', kind: 'share', min: 0.2, max: 1, initial: 0.5 },
  ],
  reads: ['exposure'],
  leastApproval: 'auto',
  plan: (params, world) => {
    const venues = subjectsOf(world, 'exposure').flatMap(({ subject, fields }): Venue[] => {
      const [weight, base, pace] = ['weight', 'base', 'pace'].map((field) => numberOf(fields, field))
      return weight == null || base == null || pace == null ? [] : [{ subject, weight, base, pace }]
    })
    if (venues.length < 2) return cannot('tooFewVenues', '少于两个类目有曝光权重和进度', 'fewer than two weights')
    const next = shiftWeights(venues, ruleOf(params))
    const changes = venues.flatMap(({ subject, weight }, i): Change[] => {
      const after = next[i] ?? weight
      return after === weight ? [] : [{ subject, field: 'weight', before: weight, after }]
    })
    return changes.length > 0
      ? changing(changes)
      : cannot('withinTolerance', '各类目进度都在容差内，或已到保底', 'all within tolerance, or at their floor')
  },
  say: (params) => {
    const { tolerance, step, floor } = ruleOf(params)
    return {
      zh: `进度落后超过 ${percent(tolerance)} 的类目让出 ${percent(step)} 曝光给领先类目，不低于原权重的 ${percent(floor)}，恢复后逐步还回`,
      en: `categories more than ${percent(tolerance)} behind give ${percent(step)} of their exposure to those ahead, never below ${percent(floor)} of their base, and get it back when they recover`,
    }
  },
}
