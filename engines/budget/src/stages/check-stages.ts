import { type Cents, type Period, periodDays, sumCents } from '@zhanggui/kernel'
import type { BudgetLine, ShareBase, StageRule } from '../budget-line.ts'
import { wideningChannels } from '../channels/budget-channels.ts'
import type { BudgetFigures } from '../tree/amount-book.ts'
import { type ResolvedLine, resolveBudget } from '../tree/resolve-budget.ts'

/** Somebody who may do so has allowed a line to spend in a paused stage, and said why. */
export type StageOverride = { ruleId: string; lineId: string; reason: string; by: string }

/**
 * A line or a stage that does not keep to a rule of stages.
 * `paused_spend`: money in a paused stage without an override; `spans_paused`: a line over more time than the stage, so that
 * nobody can see whether it spends in it; `below_band`, `above_band`: the stage's paid spend ÷ its base is outside the band.
 */
export type StageFinding = {
  code: 'paused_spend' | 'spans_paused' | 'below_band' | 'above_band' | 'base_unknown'
  ruleId: string
  lineIds: readonly string[]
  spendCents: Cents | null
  baseCents: Cents | null
  /** Spend ÷ base in basis points, not rounded. */
  shareBp: number | null
  minBp: number
  maxBp: number
  base: ShareBase
  /** The rule does not say of what: sales were taken, and somebody must confirm it. */
  baseAssumed: boolean
}

type Span = { from: string; to: string }

export const stageSpan = (rule: Pick<StageRule, 'fromPeriod' | 'toPeriod'>): Span => ({
  from: periodDays(rule.fromPeriod).from,
  to: periodDays(rule.toPeriod).to,
})

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to

/** A rule without channels speaks of everything paid; a wider channel speaks for what it holds. */
export function ruleCovers(rule: Pick<StageRule, 'channels'>, line: Pick<BudgetLine, 'channel' | 'kind'>): boolean {
  if (line.channel === null || line.kind !== 'spend') return false
  return rule.channels.length === 0 || wideningChannels(line.channel).some((channel) => rule.channels.includes(channel))
}

export const isPaused = (rule: Pick<StageRule, 'maxBp'>): boolean => rule.maxBp === 0

type Subject = {
  lines: readonly BudgetLine[]
  /** Lines worked out, by id; empty for a tree that cannot be built. */
  worked: ReadonlyMap<string, ResolvedLine>
  totalCents: Cents | null
  figures: BudgetFigures
  overrides: readonly StageOverride[]
}

const amountOf = ({ worked }: Subject, line: BudgetLine): Cents | null => worked.get(line.id)?.amountCents ?? null

/** Leaves only: a heading's money is its lines' money. */
const coveredLeaves = ({ lines, worked }: Subject, rule: StageRule): BudgetLine[] =>
  lines.filter((line) => ruleCovers(rule, line) && worked.get(line.id)?.isLeaf)

/** True unless the line is known to hold nothing. */
const holdsMoney = (subject: Subject, line: BudgetLine): boolean =>
  (amountOf(subject, line) ?? line.shareBp ?? line.amountCents ?? 0) !== 0

const blank = (rule: StageRule): Omit<StageFinding, 'code' | 'lineIds'> => ({
  ruleId: rule.id,
  spendCents: null,
  baseCents: null,
  shareBp: null,
  minBp: rule.minBp,
  maxBp: rule.maxBp,
  base: rule.base ?? 'sales',
  baseAssumed: rule.base === null,
})

function pausedFindings(subject: Subject, rule: StageRule): StageFinding[] {
  const span = stageSpan(rule)
  return coveredLeaves(subject, rule).flatMap((line): StageFinding[] => {
    const own = periodDays(line.period)
    if (!overlaps(span, own) || !holdsMoney(subject, line)) return []
    if (subject.overrides.some((o) => o.ruleId === rule.id && o.lineId === line.id)) return []
    const code = holds(span, own) ? 'paused_spend' : 'spans_paused'
    return [{ ...blank(rule), code, lineIds: [line.id], spendCents: amountOf(subject, line) }]
  })
}

const addUp = (amounts: readonly (Cents | null)[]): Cents | null => {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length && known.length > 0 ? sumCents(known) : null
}

/** The stage's periods: one, or all from the first to the last of the same grain. */
function stageSales(figures: BudgetFigures, rule: StageRule): Cents | null {
  const months = monthsBetween(rule.fromPeriod, rule.toPeriod)
  return figures.salesOf ? addUp(months.map((month) => figures.salesOf?.(month) ?? null)) : null
}

function monthsBetween(from: Period, to: Period): Period[] {
  const span = stageSpan({ fromPeriod: from, toPeriod: to })
  const months: Period[] = []
  for (let day = span.from; day < span.to; ) {
    const month = day.slice(0, 7) as Period
    months.push(month)
    day = periodDays(month).to
  }
  return months
}

function stageBase(subject: Subject, rule: StageRule): Cents | null {
  const base = rule.base ?? 'sales'
  if (base === 'sales') return stageSales(subject.figures, rule)
  if (base === 'total') return subject.totalCents
  const heading = subject.lines.find((l) => l.channel === null && holds(stageSpan(rule), periodDays(l.period)))
  return heading ? amountOf(subject, heading) : null
}

function bandFindings(subject: Subject, rule: StageRule): StageFinding[] {
  const span = stageSpan(rule)
  const lines = coveredLeaves(subject, rule).filter((line) => holds(span, periodDays(line.period)))
  const spendCents = addUp(lines.map((line) => amountOf(subject, line)))
  const baseCents = stageBase(subject, rule)
  const found = { ...blank(rule), lineIds: lines.map((line) => line.id), spendCents, baseCents }
  if (lines.length === 0) return []
  if (spendCents === null || baseCents === null || baseCents === 0) return [{ ...found, code: 'base_unknown' }]
  const shareBp = (spendCents * 10_000) / baseCents
  if (BigInt(spendCents) * 10_000n < BigInt(baseCents) * BigInt(rule.minBp))
    return [{ ...found, shareBp, code: 'below_band' }]
  if (BigInt(spendCents) * 10_000n > BigInt(baseCents) * BigInt(rule.maxBp))
    return [{ ...found, shareBp, code: 'above_band' }]
  return []
}

/**
 * A plan's paid spend held against its rules of stages (P4.06): none in a paused stage without an override and its reason,
 * within the band in the others. A rule without a base is worked out on sales and says so.
 */
export function checkStages(
  lines: readonly BudgetLine[],
  rules: readonly StageRule[],
  given: { figures?: BudgetFigures; overrides?: readonly StageOverride[] } = {},
): StageFinding[] {
  const { figures = {}, overrides = [] } = given
  const { lines: resolved, totalCents } = resolveBudget(lines, figures)
  const worked = new Map(resolved.map((line) => [line.id, line]))
  const subject = { lines, worked, totalCents, figures, overrides }
  return rules.flatMap((rule) => (isPaused(rule) ? pausedFindings(subject, rule) : bandFindings(subject, rule)))
}

/** The paused stage that a day's spend on a line falls into; `null` when none does. */
export function pausedBy(
  rules: readonly StageRule[],
  spend: { line: Pick<BudgetLine, 'channel' | 'kind'>; day: string },
): StageRule | null {
  const isHit = (rule: StageRule): boolean => {
    const { from, to } = stageSpan(rule)
    return isPaused(rule) && ruleCovers(rule, spend.line) && from <= spend.day && spend.day < to
  }
  return rules.find(isHit) ?? null
}
