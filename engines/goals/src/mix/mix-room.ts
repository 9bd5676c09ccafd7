import { type Cents, cents, multiplyDivide } from '@zhanggui/kernel'
import type { MixCategory } from './optimise-mix.ts'

/** What a category did last year. `isNew`: first sold within that year, so that last year is no measure of it. */
export type CategoryYear = { category: string; paidCents: number; marginBp: number; isNew: boolean }

/** Rules for all categories, basis points. Floors and caps of grown-up ones are shares of last year's sales. */
export type MixRules = {
  /** What a grown-up category keeps at least, of last year. */
  floorBp: number
  /** What it can reach at most: its potential. */
  capBp: number
  /** What each new category gets at least, of the total. */
  newFloorBp: number
  /** What a new one can reach at most, of the total. */
  newCapBp: number
  /** A margin from here on counts as high. */
  highMarginBp: number
}

const shareOf = (amount: number, bp: number): Cents =>
  multiplyDivide({
    amount: cents(Math.max(0, Math.round(amount))),
    numerator: bp,
    denominator: 10_000,
    rounding: 'floor',
  })

/** Each category's room in the mix (P2.09): new ones are kept alive and bounded by the total, grown-up ones by last year. */
export const mixRoom = (years: readonly CategoryYear[], totalCents: number, rules: MixRules): MixCategory[] =>
  years.map(({ category, paidCents, marginBp, isNew }) => ({
    category,
    marginBp,
    floorCents: isNew ? shareOf(totalCents, rules.newFloorBp) : shareOf(paidCents, rules.floorBp),
    capCents: isNew
      ? Math.max(shareOf(totalCents, rules.newCapBp), shareOf(paidCents, rules.capBp))
      : shareOf(paidCents, rules.capBp),
    highMargin: marginBp >= rules.highMarginBp,
  }))
