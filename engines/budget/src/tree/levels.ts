import { type Cents, cents, multiplyDivide, sumCents } from '@zhanggui/kernel'
import type { BudgetLine, ShareBase } from '../budget-line.ts'
import type { AmountBook } from './amount-book.ts'
import type { BudgetTree } from './build-tree.ts'
import { shareOfTotal } from './share-of-total.ts'
import type { Split, SplitKind } from './splits.ts'

/**
 * One split of a parent, with what is left of it. Positive residual: not assigned yet; negative: more given out than there is.
 * In fen where amounts are known, in basis points where shares of one base are; `null` where it cannot be said.
 */
export type BudgetLevel = {
  parentId: string | null
  kind: SplitKind
  lineIds: readonly string[]
  parentCents: Cents | null
  assignedCents: Cents | null
  residualCents: Cents | null
  /** The one base of all shares of the level; `null` when shares have no base or not the same. */
  base: ShareBase | null
  /** What the shares add up to, when every line has one and all have the same base or none. */
  shareSumBp: number | null
  /** What they should add up to: 10,000, or the parent's own share of the total. */
  wholeBp: number
  residualBp: number | null
}

type Shares = Pick<BudgetLevel, 'base' | 'shareSumBp' | 'wholeBp'>

function sharesOf(tree: BudgetTree, { lines, parentId }: Split): Shares {
  const bases = new Set(lines.map((line) => line.shareBase))
  const sum = lines.reduce<number | null>((n, { shareBp }) => (n === null || shareBp === null ? null : n + shareBp), 0)
  const [base = null] = bases
  if (bases.size > 1 || sum === null) return { base: null, shareSumBp: null, wholeBp: 10_000 }
  const parent = parentId === null ? undefined : tree.byId.get(parentId)
  const parentBp = base === 'total' && parent ? shareOfTotal(tree, parent) : null
  return { base, shareSumBp: sum, wholeBp: parentBp ?? 10_000 }
}

/** Shares of sales need not fill anything; shares of a period or the total do where the parent is just that. */
const fillsTheWhole = (tree: BudgetTree, { parentId, lines }: Split, { base }: Shares): boolean => {
  const parent = parentId === null ? undefined : tree.byId.get(parentId)
  if (base === 'sales') return false
  if (base === 'period') return parent !== undefined && lines.every((line) => line.period === parent.period)
  return base !== 'total' || !parent || shareOfTotal(tree, parent) !== null
}

const inBasisPoints = (residual: Cents, whole: Cents): number | null =>
  whole === 0
    ? null
    : multiplyDivide({ amount: cents(10_000), numerator: residual, denominator: whole, rounding: 'half_up' })

function residualBp(tree: BudgetTree, split: Split, shares: Shares, money: Money): number | null {
  const byMoney =
    money.residualCents === null || money.parentCents === null
      ? null
      : inBasisPoints(money.residualCents, money.parentCents)
  if (shares.shareSumBp !== null && fillsTheWhole(tree, split, shares)) return shares.wholeBp - shares.shareSumBp
  return byMoney
}

type Money = Pick<BudgetLevel, 'parentCents' | 'assignedCents' | 'residualCents'>

function moneyOf(tree: BudgetTree, book: AmountBook, { lines, parentId }: Split): Money {
  const parent = parentId === null ? undefined : tree.byId.get(parentId)
  const parentCents = parent ? book.of(parent).cents : book.total()
  const amounts = lines.map((line: BudgetLine) => book.of(line).cents)
  const known = amounts.filter((amount) => amount !== null)
  const assignedCents = known.length === amounts.length ? sumCents(known) : null
  const residualCents = parentCents === null || assignedCents === null ? null : cents(parentCents - assignedCents)
  return { parentCents, assignedCents, residualCents }
}

/** A single line at the top is no split, unless it is stated as a share of a total or differs from one. */
const isNoSplit = ({ parentId, lines }: Split, { residualCents }: Money): boolean =>
  parentId === null && lines.length === 1 && lines[0]?.shareBase !== 'total' && !residualCents

/** Every split of every parent, top first. */
export function measureLevels(tree: BudgetTree, book: AmountBook): BudgetLevel[] {
  const parents = [null, ...tree.lines.map((line) => line.id)]
  const splits = parents.flatMap((parentId) => book.splitsUnder(parentId))
  return splits.flatMap((split) => {
    const money = moneyOf(tree, book, split)
    if (isNoSplit(split, money)) return []
    const shares = sharesOf(tree, split)
    const { parentId, kind, lines } = split
    const lineIds = lines.map((line) => line.id)
    return [{ parentId, kind, lineIds, ...money, ...shares, residualBp: residualBp(tree, split, shares, money) }]
  })
}
