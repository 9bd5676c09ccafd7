import { addDays, type BusinessDay, type Cents } from '@zhanggui/kernel'
import type { BudgetRules } from '../budget-line.ts'

/** What a channel did over the days it is judged on. `null`: the tool does not report it. */
export type ChannelResult = {
  channel: string
  spendCents: Cents
  attributedCents: Cents | null
  clicks: number | null
}

export type ChannelRule = Pick<BudgetRules, 'roiMinMilli' | 'roiMinClicks' | 'roiMinSpendCents'>

export type ChannelVerdict = ChannelResult & {
  /** Attributed sales ÷ spend in thousandths, rounded down; `null` without spend or sales figure. */
  roiMilli: number | null
  verdict: 'keep' | 'cut' | 'defer'
  reason: 'meets_threshold' | 'below_threshold' | 'no_rule' | 'no_attribution' | 'few_clicks' | 'little_spend'
  /** What the verdict was held against. */
  rule: ChannelRule
  /** When to look again. */
  reviewDay: BusinessDay
}

function thinData(result: ChannelResult, rule: ChannelRule): ChannelVerdict['reason'] | null {
  if (rule.roiMinMilli === null) return 'no_rule'
  if (result.attributedCents === null) return 'no_attribution'
  if (result.spendCents <= 0 || (rule.roiMinSpendCents !== null && result.spendCents < rule.roiMinSpendCents))
    return 'little_spend'
  if (rule.roiMinClicks !== null && result.clicks !== null && result.clicks < rule.roiMinClicks) return 'few_clicks'
  return null
}

const roiOf = ({ attributedCents, spendCents }: ChannelResult): number | null =>
  attributedCents === null || spendCents <= 0 ? null : Number((BigInt(attributedCents) * 1000n) / BigInt(spendCents))

const meets = ({ attributedCents, spendCents }: ChannelResult, minMilli: number): boolean =>
  BigInt(attributedCents ?? 0) * 1000n >= BigInt(minMilli) * BigInt(spendCents)

/**
 * Keep or cut a channel by its measured ROI (P4.11): below the threshold it is reduced, at the threshold it stays, with too
 * little data it is judged later. Compared on whole fen, so that 2.999 is below 3.
 * @example spend 1,000, sales 2,990, threshold 3.0 → cut; sales 3,000 → keep; 40 clicks of 300 needed → defer
 */
export function judgeChannel(
  result: ChannelResult,
  rule: ChannelRule,
  given: { asOfDay: BusinessDay; reviewAfterDays: number },
): ChannelVerdict {
  const thin = thinData(result, rule)
  const isKept = thin === null && meets(result, rule.roiMinMilli ?? 0)
  return {
    ...result,
    roiMilli: roiOf(result),
    verdict: thin !== null ? 'defer' : isKept ? 'keep' : 'cut',
    reason: thin ?? (isKept ? 'meets_threshold' : 'below_threshold'),
    rule: {
      roiMinMilli: rule.roiMinMilli,
      roiMinClicks: rule.roiMinClicks,
      roiMinSpendCents: rule.roiMinSpendCents,
    },
    reviewDay: addDays(given.asOfDay, given.reviewAfterDays),
  }
}
