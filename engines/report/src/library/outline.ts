import { figure, type Language } from '../document.ts'
import type { OutlineFact, OutlookFact, WeaknessFact } from './facts.ts'

/** Which side of the work a finding belongs to, by its measure. */
const AREA: Readonly<Record<string, OutlineFact['area']>> = {
  categoryPenetration: 'content',
  searchDependence: 'content',
  detailBounce: 'technology',
  paymentAbandonment: 'technology',
  slowSupply: 'logistics',
}

/** Of everything at stake, what makes a finding urgent. */
const HIGH_SHARE = 0.4
const MIDDLE_SHARE = 0.15

type Given = {
  weaknesses: readonly WeaknessFact[]
  outlook: OutlookFact | null
  /** Marketing spend over sales that the plan allows; null without a plan. */
  feeRatioMax: number | null
  language: Language
}

const priorityOf = (share: number): OutlineFact['priority'] =>
  share >= HIGH_SHARE ? 'high' : share >= MIDDLE_SHARE ? 'middle' : 'low'

function goalItem({ outlook, feeRatioMax, language, weaknesses }: Given): OutlineFact[] {
  if (!outlook?.mean.value) return []
  const [first] = weaknesses
  const budget = feeRatioMax === null ? null : Math.round(outlook.mean.value * feeRatioMax)
  const text =
    language === 'zh'
      ? `${outlook.year} 年支付金额目标以自然走势为底，新增部分逐项对应下列动作`
      : `Set paid sales of ${outlook.year} on the outlook without action; every yuan above it belongs to an item below`
  return [
    {
      area: 'goals',
      text,
      priority: 'high',
      budget: figure(budget, 'money', outlook.mean.ref),
      weakness: first ? first.name : null,
    },
  ]
}

/**
 * Next year's outline: one item a finding, with how urgent it is by what it may bring, and what it may cost by the plan's fee
 * ratio. Shape: every item of a finding names it (P14.17); without findings only the goal stands.
 */
export function outlineOf(given: Given): OutlineFact[] {
  const { weaknesses, feeRatioMax } = given
  const whole = weaknesses.reduce((sum, { atStake }) => sum + (atStake.value ?? 0), 0)
  const items = weaknesses.map(({ id, name, subject, action, atStake }): OutlineFact => {
    const worth = atStake.value ?? 0
    return {
      area: AREA[id] ?? 'technology',
      text: action,
      priority: priorityOf(whole > 0 ? worth / whole : 0),
      budget: figure(
        feeRatioMax === null || atStake.value === null ? null : Math.round(worth * feeRatioMax),
        'money',
        atStake.ref,
      ),
      weakness: subject ? `${name}·${subject}` : name,
    }
  })
  return [...goalItem(given), ...items]
}
