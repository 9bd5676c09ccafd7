import type { BudgetLine, StageRule } from '@zhanggui/budget'
import { cents, type Period } from '@zhanggui/kernel'
import { type Figure, readFigures } from './read-figures.ts'
import { foldSameLength } from './same-length.ts'

const COST = /费用|花费|成本|预算|投入|占比|推广费|费率/
const PAUSED =
  /(?:暂停|停止|不做|不投|停|先不|不开|无).{0,6}(?:付费)?(?:推广|直通车|投放|广告)|(?:推广|投放|广告|直通车).{0,4}(?:暂停|停止|停投)/

/** What an item says about money: a band or a pause as a stage rule, one share or an amount as a budget line. */
export type PromotionCost =
  | { kind: 'rule'; rule: Omit<StageRule, 'id'> }
  | { kind: 'line'; line: Omit<BudgetLine, 'id'> }

const basisPoints = (ratio: number): number => Math.round(ratio * 10_000)

type Place = { period: Period; channels: readonly string[] }

function rule(name: string, { period, channels }: Place, band: { minBp: number; maxBp: number }): PromotionCost {
  const span = { fromPeriod: period, toPeriod: period }
  return { kind: 'rule', rule: { name, ...span, channels, ...band, base: null, reason: name } }
}

/** The base of a share is asked for, never guessed: 15 % of what? */
function line(
  name: string,
  { period, channels }: Place,
  money: Pick<BudgetLine, 'shareBp' | 'amountCents'>,
): PromotionCost {
  const [channel = null] = channels
  const plain = { parentId: null, kind: 'spend' as const, eventId: null, shareBase: null, owner: null, note: '' }
  return { kind: 'line', line: { ...plain, name, channel, period, ...money } }
}

/**
 * The money that an item of the promotion column speaks of; null when it speaks of none.
 * @example promotionCost('推广费用10-15%', place) // a rule from 1000 to 1500 basis points, its base to be asked
 */
export function promotionCost(text: string, place: Place): PromotionCost | null {
  const folded = foldSameLength(text)
  const name = text.slice(0, 200)
  if (PAUSED.test(folded)) return rule(name, place, { minBp: 0, maxBp: 0 })
  if (!COST.test(folded)) return null
  const figures = readFigures(text)
  const ratio = figures.find((figure): figure is Figure & { kind: 'ratio' } => figure.kind === 'ratio')
  if (ratio && ratio.upTo !== null)
    return rule(name, place, { minBp: basisPoints(ratio.value), maxBp: basisPoints(ratio.upTo) })
  if (ratio && /不超过|以内|控制在|低于|≤|<=/.test(folded))
    return rule(name, place, { minBp: 0, maxBp: basisPoints(ratio.value) })
  if (ratio) return line(name, place, { shareBp: basisPoints(ratio.value), amountCents: null })
  const amount = figures.find((figure) => figure.kind === 'amount' && figure.hasUnit)
  return amount ? line(name, place, { shareBp: null, amountCents: cents(amount.value) }) : null
}
