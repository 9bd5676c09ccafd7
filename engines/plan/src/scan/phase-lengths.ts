import { foldWidth, toSimplified } from '@zhanggui/text'
import { type Duration, findDurations } from './durations.ts'

/** Phases of a campaign as plans call them. */
export const CAMPAIGN_PHASES = ['preheat', 'burst', 'closing', 'longTail'] as const
export type CampaignPhase = (typeof CAMPAIGN_PHASES)[number]

/** How long a phase lasts, or within how many days after the main day it lies, as a text says. `open`: "within", no beginning. */
export type PhaseLength = Duration & { phase: CampaignPhase; open: boolean }

const WORDS: readonly [CampaignPhase, string][] = [
  ['preheat', '预热|蓄水'],
  ['burst', '爆发'],
  ['closing', '收尾'],
  ['longTail', '长尾|返场'],
]
const GAP = '[^，,。；;、\\n]{0,14}'
const LENGTH =
  '(?:\\d{1,3}|[一二两三四五六七八十半])\\s*(?:[-~至到—–]\\s*(?:\\d{1,3}|[一二两三四五六七八十半])\\s*)?(?:天|日|周|个?星期)'

const PATTERNS = WORDS.map(
  ([phase, words]) => [phase, new RegExp(`(?:${words})(?:期|阶段)?${GAP}?(${LENGTH})\\s*(内|以内)?`, 'g')] as const,
)

/**
 * Lengths of campaign phases in a text, in its order.
 * @example findPhaseLengths('预热期 7-15 天，收尾 1-3 天')
 */
export function findPhaseLengths(text: string): PhaseLength[] {
  const plain = toSimplified(foldWidth(text))
  const found = PATTERNS.flatMap(([phase, pattern]) =>
    Array.from(plain.matchAll(pattern), (m) => ({
      phase,
      index: m.index,
      open: m[2] !== undefined,
      durations: findDurations(m[1] ?? ''),
    })),
  )
  return found
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ phase, open, durations }) => durations.map((duration) => ({ phase, open, ...duration })))
}
