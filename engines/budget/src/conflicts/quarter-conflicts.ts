import { type Cents, type Period, parsePeriod, periodGrain, periodHolds } from '@zhanggui/kernel'
import type { BudgetLine, ShareBase } from '../budget-line.ts'
import { findChannel, wideningChannels } from '../channels/budget-channels.ts'
import type { BudgetFigures } from '../tree/amount-book.ts'
import { type ResolvedBudget, type ResolvedLine, resolveBudget } from '../tree/resolve-budget.ts'

/**
 * What a quarter's share comes to if it is a share of `base`. `ofTotalBp`: of the year's whole budget. `limitBp`: what may not be
 * passed, said by `limitOf`. `conflict`: it cannot be, whatever the rest of the plan is; `depends`: it can only be while the
 * quarter's own budget stays within `limitBp` of the year; `unknown`: a figure is missing.
 */
export type DenominatorReading = {
  base: ShareBase
  ofTotalBp: number | null
  limitBp: number | null
  limitOf: 'annualShare' | 'quarterOfYear' | null
  verdict: 'fits' | 'conflict' | 'depends' | 'unknown'
}

/** A share of part of the year beside the annual share of the same channel, or of the wider one that holds it. */
export type QuarterConflict = {
  lineId: string
  annualLineId: string
  channel: string
  annualChannel: string
  period: Period
  shareBp: number
  annualBp: number
  /** As the plan states it; `null`: nobody said of what, and all four are listed. */
  statedBase: ShareBase | null
  readings: readonly DenominatorReading[]
  /** The stated base cannot be, or no base is stated and not every one fits. */
  conflict: boolean
}

const WHOLE = 10_000

type Claim = { line: BudgetLine; shareBp: number; annual: BudgetLine; annualChannel: string; annualBp: number }
type Known = { claim: Claim; resolved: ResolvedBudget; lines: readonly BudgetLine[]; figures: BudgetFigures }

/** Of the total: a part of the year cannot get more than the year. */
function ofTotal({ claim }: Known): DenominatorReading {
  const conflict = claim.shareBp > claim.annualBp
  return {
    base: 'total',
    ofTotalBp: claim.shareBp,
    limitBp: claim.annualBp,
    limitOf: 'annualShare',
    verdict: conflict ? 'conflict' : 'fits',
  }
}

/** Share of the year's budget that falls into a period: a heading of that period says so, when there is one. */
function periodOfYear({ claim, lines, resolved }: Known): number | null {
  const heading = lines.find((l) => l.period === claim.line.period && l.channel === null && l.eventId === null)
  return resolved.lines.find((line) => line.id === heading?.id)?.ofTotalBp ?? null
}

/** Of the period's budget: fits while the period itself is small enough. */
function ofPeriod(known: Known): DenominatorReading {
  const { shareBp, annualBp } = known.claim
  const periodBp = periodOfYear(known)
  const limitBp = shareBp === 0 ? WHOLE : Math.min(WHOLE, Math.floor((annualBp * WHOLE) / shareBp))
  if (periodBp === null) {
    const verdict = limitBp >= WHOLE ? 'fits' : 'depends'
    return { base: 'period', ofTotalBp: null, limitBp, limitOf: 'quarterOfYear', verdict }
  }
  const ofTotalBp = (shareBp * periodBp) / WHOLE
  const verdict = ofTotalBp > annualBp ? 'conflict' : 'fits'
  return { base: 'period', ofTotalBp, limitBp, limitOf: 'quarterOfYear', verdict }
}

/** Of the channel's own money over the year: any share up to the whole fits. */
function ofParent({ claim }: Known): DenominatorReading {
  const ofTotalBp = (claim.shareBp * claim.annualBp) / WHOLE
  const verdict = claim.shareBp > WHOLE ? 'conflict' : 'fits'
  return { base: 'parent', ofTotalBp, limitBp: claim.annualBp, limitOf: 'annualShare', verdict }
}

/** Of the period's expected sales, where both sales and the total are known. */
function ofSales({ claim, figures, resolved }: Known): DenominatorReading {
  const sales: Cents | null = figures.salesOf?.(claim.line.period) ?? null
  const total = resolved.totalCents
  if (sales === null || total === null || total === 0)
    return { base: 'sales', ofTotalBp: null, limitBp: claim.annualBp, limitOf: 'annualShare', verdict: 'unknown' }
  const ofTotalBp = (claim.shareBp * sales) / total
  const verdict = ofTotalBp > claim.annualBp ? 'conflict' : 'fits'
  return { base: 'sales', ofTotalBp, limitBp: claim.annualBp, limitOf: 'annualShare', verdict }
}

type AnnualLine = { line: BudgetLine; annualBp: number }

/** The annual lines by channel, with their share of the year; amounts serve where they are all there is. */
function annualLines(lines: readonly BudgetLine[], resolved: ResolvedBudget): Map<string, AnnualLine> {
  const shareOf = new Map(resolved.lines.map((line: ResolvedLine) => [line.id, line.ofTotalBp]))
  const annual = new Map<string, AnnualLine>()
  for (const line of lines) {
    const annualBp = shareOf.get(line.id) ?? null
    if (periodGrain(line.period) !== 'year' || line.channel === null || annualBp === null) continue
    const before = annual.get(line.channel)
    annual.set(line.channel, before ? { ...before, annualBp: before.annualBp + annualBp } : { line, annualBp })
  }
  return annual
}

function claimOf(line: BudgetLine, annual: ReadonlyMap<string, AnnualLine>): Claim | null {
  if (periodGrain(line.period) === 'year' || line.channel === null || line.shareBp === null) return null
  const chain = findChannel(line.channel) ? wideningChannels(line.channel) : [line.channel]
  const annualChannel = chain.find((channel) => annual.has(channel))
  const match = annualChannel === undefined ? undefined : annual.get(annualChannel)
  if (!match || annualChannel === undefined) return null
  if (!periodHolds(parsePeriod(match.line.period), line.period)) return null
  return { line, shareBp: line.shareBp, annual: match.line, annualChannel, annualBp: match.annualBp }
}

function judge(known: Known): QuarterConflict {
  const { line, annual, annualChannel, annualBp, shareBp } = known.claim
  const readings = [ofTotal(known), ofPeriod(known), ofParent(known), ofSales(known)]
  const stated = readings.filter((reading) => line.shareBase === null || reading.base === line.shareBase)
  return {
    lineId: line.id,
    annualLineId: annual.id,
    channel: line.channel ?? annualChannel,
    annualChannel,
    period: line.period,
    shareBp,
    annualBp,
    statedBase: line.shareBase,
    readings,
    conflict: stated.some((reading) => reading.verdict === 'conflict'),
  }
}

/**
 * Every share of a quarter or month held against the annual share of its channel, under each base it could have (P4.04, X06).
 * Shape: one row a line, in the plan's order; none for channels without an annual line. Unit: basis points of the year's total.
 * @example Q2 KOC 30 % against creators 15 %: of the total a conflict, of Q2's budget only while Q2 ≤ 50 % of the year
 */
export function quarterConflicts(lines: readonly BudgetLine[], figures: BudgetFigures = {}): QuarterConflict[] {
  const resolved = resolveBudget(lines, figures)
  const annual = annualLines(lines, resolved)
  return lines.flatMap((line) => {
    const claim = claimOf(line, annual)
    return claim ? [judge({ claim, resolved, lines, figures })] : []
  })
}
