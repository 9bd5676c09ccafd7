import { figure, type Language } from '../document.ts'
import type { OutlineFact, OutlookFact, SurveyChangeFact, WeaknessFact } from './facts.ts'

/** Which side of the work a finding belongs to, by its measure. */
const AREA: Readonly<Record<string, OutlineFact['area']>> = {
  categoryPenetration: 'content',
  searchDependence: 'content',
  detailBounce: 'technology',
  paymentAbandonment: 'technology',
  conversion: 'technology',
  sameness: 'content',
  granularity: 'technology',
  coverage: 'technology',
  freshness: 'technology',
  eventTypes: 'technology',
  stockOut: 'logistics',
  slowStock: 'logistics',
}

/** Of everything at stake, what makes a finding urgent. */
const HIGH_SHARE = 0.4
const MIDDLE_SHARE = 0.15
/** Without money at stake: so many times its limit, and a finding is urgent. */
const FAR_FROM_LIMIT = 2

type Given = {
  weaknesses: readonly WeaknessFact[]
  surveyed: readonly SurveyChangeFact[]
  outlook: OutlookFact | null
  /** Marketing spend over sales that the plan allows; null without a plan. */
  feeRatioMax: number | null
  language: Language
}

const byShare = (share: number): OutlineFact['priority'] =>
  share >= HIGH_SHARE ? 'high' : share >= MIDDLE_SHARE ? 'middle' : 'low'

/** By what closing it would bring, of all; where nobody can say that, by how far it is from its limit. */
function priorityOf({ atStake, value, baseline }: WeaknessFact, whole: number): OutlineFact['priority'] {
  if (atStake.value !== null) return byShare(whole > 0 ? atStake.value / whole : 0)
  const [own, limit] = [value.value ?? 0, baseline.value ?? 0]
  const far = limit > 0 && (own >= limit * FAR_FROM_LIMIT || own * FAR_FROM_LIMIT <= limit)
  return far ? 'high' : 'middle'
}

function goalItem({ outlook, feeRatioMax, language, weaknesses }: Given): OutlineFact[] {
  if (!outlook?.mean.value) return []
  const [first] = weaknesses
  const budget = feeRatioMax === null ? null : Math.round(outlook.mean.value * feeRatioMax)
  const text =
    language === 'zh'
      ? `${outlook.year} 年支付金额目标以自然走势为底${first ? '，新增部分逐项对应下列动作' : ''}`
      : `Set paid sales of ${outlook.year} on the outlook without action${first ? '; everything above it belongs to an item below' : ''}`
  return [
    {
      area: 'goals',
      text,
      priority: 'high',
      budget: figure(budget, 'money', outlook.mean.ref),
      basis: first ? first.name : null,
      evidence: first ? first.value : outlook.mean,
    },
  ]
}

/** What buyers asked for, in the words of its question. */
function surveyItem(change: SurveyChangeFact, language: Language): OutlineFact {
  const { area, text, priority, survey, question, option, cites, of, share } = change
  const asked = option ?? (language === 'zh' ? '低于达标分' : 'below the goal')
  const basis =
    language === 'zh'
      ? `《${survey}》第 ${question} 题：${of} 人里 ${cites} 人选“${asked}”`
      : `${survey}, question ${question}: ${cites} of ${of} chose “${asked}”`
  return { area, text, priority, budget: figure(null, 'money', share.ref), basis, evidence: share }
}

/**
 * Next year's outline: one item a finding, with how urgent it is by what it may bring, and what it may cost by the plan's fee
 * ratio; then what buyers asked for when they were surveyed. Shape: every item names what it answers and shows the figure of it
 * (P14.15, P14.17); without findings only the goal stands.
 */
export function outlineOf(given: Given): OutlineFact[] {
  const { weaknesses, surveyed, feeRatioMax, language } = given
  const whole = weaknesses.reduce((sum, { atStake }) => sum + (atStake.value ?? 0), 0)
  const items = weaknesses.map((weakness): OutlineFact => {
    const { id, name, subject, action, atStake, value } = weakness
    const worth = feeRatioMax === null || atStake.value === null ? null : Math.round(atStake.value * feeRatioMax)
    return {
      area: AREA[id] ?? 'technology',
      text: action,
      priority: priorityOf(weakness, whole),
      budget: figure(worth, 'money', atStake.ref),
      basis: subject ? `${name}·${subject}` : name,
      evidence: value,
    }
  })
  return [...goalItem(given), ...items, ...surveyed.map((change) => surveyItem(change, language))]
}
