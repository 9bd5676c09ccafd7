import { standing } from './false-discoveries.ts'
import { type Difference, meanDifference, pairedDifference } from './mean-difference.ts'

/** One value of a dimension: its figure day by day, before and after; a day without sales is 0. */
export type PartDays = { id: string; before: readonly number[]; after: readonly number[] }

export type Contribution = {
  id: string
  before: number
  after: number
  /** In the figure's unit; the changes of all parts add up to the whole's. */
  change: number
  /** Of the whole's change, so that shares add up to 1; null where the whole did not change. */
  share: number | null
  /** What it has beyond moving as the whole moved; null where the whole was 0 before. Surprises add up to 0. */
  surprise: number | null
  /** Change of an ordinary day with 95 % bounds; null with too few days. */
  daily: Difference | null
  /** The change is more than days differ anyway, seen together with all the other parts. */
  isSignificant: boolean
}

export type ContributionRules = {
  /** `position`: the n-th day of both sides belongs together (same weekday, same campaign day); needs as many days on both. */
  pairing: 'position' | 'none'
  /** Of the changes called significant, this share may be chance. */
  falseDiscoveryRate: number
  /** Values that were looked at before the parts were picked out as the largest; 0 when these are all. */
  looked: number
}

export const CONTRIBUTION_RULES: ContributionRules = { pairing: 'position', falseDiscoveryRate: 0.05, looked: 0 }

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0)

function dailyChange({ before, after }: PartDays, { pairing }: ContributionRules): Difference | null {
  if (pairing === 'none' || before.length !== after.length) return meanDifference(before, after)
  return pairedDifference(before.map((value, i) => ({ before: value, after: after[i] ?? 0 })))
}

/**
 * Which values of a dimension made a change, largest first, and which of those changes are more than noise.
 * Shape: one row a part. For figures that add up over days and parts (money, units, orders), not for visitors or rates.
 * Errors: none; parts with fewer than two days are never significant.
 */
export function contributions(parts: readonly PartDays[], rules: ContributionRules): Contribution[] {
  const [before, after] = [sum(parts.flatMap((p) => p.before)), sum(parts.flatMap((p) => p.after))]
  const daily = parts.map((part) => dailyChange(part, rules))
  const real = standing(
    daily.map((d) => d?.p ?? null),
    rules.falseDiscoveryRate,
    rules.looked,
  )
  const rows = parts.map((part, i): Contribution => {
    const [then, now] = [sum(part.before), sum(part.after)]
    return {
      id: part.id,
      before: then,
      after: now,
      change: now - then,
      share: after === before ? null : (now - then) / (after - before),
      surprise: before === 0 ? null : now - then * (after / before),
      daily: daily[i] ?? null,
      isSignificant: real[i] ?? false,
    }
  })
  return rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1))
}
