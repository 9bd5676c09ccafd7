import type { BudgetLine } from '../budget-line.ts'
import { type ResolvedBudget, resolveBudget } from '../tree/resolve-budget.ts'
import type { BudgetProfile, ProfileShare, ProfileStage } from './profile.ts'

/** A figure of the plan that is not the named profile's. */
export type ProfileDifference = {
  figure: string
  channel: string | null
  period: string
  expectedBp: number
  foundBp: number
  lineIds: readonly string[]
}

const difference = (
  figure: string,
  share: { channel: string; periodText: string },
  bp: { expectedBp: number; foundBp: number },
  lineIds: readonly string[] = [],
): ProfileDifference => ({ figure, channel: share.channel, period: share.periodText, ...bp, lineIds })

const textOf = (line: BudgetLine): string => (/-Q[1-4]$/.test(line.period) ? line.period.slice(5) : 'year')

/** What a plan gives to a channel: of the total over the year, as stated for a quarter. */
function foundShare(lines: readonly BudgetLine[], resolved: ResolvedBudget, share: ProfileShare) {
  const mine = lines.filter((line) => line.channel === share.channel && textOf(line) === share.periodText)
  const known = mine.flatMap((line) => {
    const ofTotalBp = resolved.lines.find((r) => r.id === line.id)?.ofTotalBp ?? null
    return (share.periodText === 'year' && share.base === 'total' ? ofTotalBp : line.shareBp) ?? []
  })
  if (known.length === 0) return null
  return { foundBp: Math.round(known.reduce((sum, bp) => sum + bp, 0)), lineIds: mine.map((line) => line.id) }
}

function shareDifferences(lines: readonly BudgetLine[], profile: BudgetProfile): ProfileDifference[] {
  const resolved = resolveBudget(lines)
  return profile.shares.flatMap((share) => {
    const found = foundShare(lines, resolved, share)
    if (!found || found.foundBp === share.shareBp) return []
    return [difference('share', share, { expectedBp: share.shareBp, foundBp: found.foundBp }, found.lineIds)]
  })
}

const monthsOf = (line: BudgetLine): { from: number; to: number } | null => {
  const quarter = /-Q([1-4])$/.exec(line.period)?.[1]
  if (quarter) return { from: Number(quarter) * 3 - 2, to: Number(quarter) * 3 }
  const month = /^\d{4}-(\d\d)/.exec(line.period)?.[1]
  return month ? { from: Number(month), to: Number(month) } : null
}

const isPaused = (stage: ProfileStage): boolean => stage.maxBp === 0

/** Paid spend in months in which the profile has none. */
function pausedDifferences(lines: readonly BudgetLine[], profile: BudgetProfile): ProfileDifference[] {
  return profile.stages.filter(isPaused).flatMap((stage) =>
    lines.flatMap((line) => {
      const months = monthsOf(line)
      const isWithin = months !== null && months.from <= stage.toMonth && months.to >= stage.fromMonth
      const spends = (line.shareBp ?? 0) > 0 || (line.amountCents ?? 0) > 0
      if (!isWithin || !spends || line.kind !== 'spend' || line.channel === null) return []
      const share = { channel: line.channel, periodText: textOf(line) }
      return [difference(`stage:${stage.id}`, share, { expectedBp: 0, foundBp: line.shareBp ?? 0 }, [line.id])]
    }),
  )
}

/** Where a plan departs from the profile that it names (X23); empty when it keeps to it. */
export const checkAgainstProfile = (lines: readonly BudgetLine[], profile: BudgetProfile): ProfileDifference[] => [
  ...shareDifferences(lines, profile),
  ...pausedDifferences(lines, profile),
]
