import { type Cents, type Period, periodGrain, sumCents } from '@zhanggui/kernel'
import type { BudgetLine, ShareBase } from '../budget-line.ts'
import type { BudgetTree } from './build-tree.ts'
import { shareOfTotal } from './share-of-total.ts'
import { splitShares } from './split-shares.ts'
import { type Split, type SplitKind, splitsOf } from './splits.ts'

/** What the shares of a plan can be shares of, besides its own lines. */
export type BudgetFigures = {
  /** The plan's total when it is known apart from its lines; else the lines at the top make it. */
  totalCents?: Cents | null
  /** Expected sales (GMV) of a period; `null` while nobody has said. */
  salesOf?: (period: Period) => Cents | null
}

/** `from`: stated, worked out from a share, added up from the lines below, or not known. */
export type Amount = { cents: Cents | null; from: 'amount' | 'share' | 'children' | null }

const UNKNOWN: Amount = { cents: null, from: null }

const addUp = (amounts: readonly (Cents | null)[]): Cents | null => {
  const known = amounts.filter((amount) => amount !== null)
  return known.length === amounts.length && known.length > 0 ? sumCents(known) : null
}

/**
 * The amounts of a tree, each worked out once and when asked for. A base that leads back to the line itself, such as a share
 * of a total that only the shares make, stays unknown.
 */
export class AmountBook {
  readonly #tree: BudgetTree
  readonly #figures: BudgetFigures
  readonly #known = new Map<string, Amount>()
  readonly #open = new Set<string>()
  readonly #splits = new Map<string | null, readonly Split[]>()
  readonly #kindOf = new Map<string, SplitKind>()
  readonly #cohorts = new Map<string, ReadonlyMap<string, Cents>>()

  constructor(tree: BudgetTree, figures: BudgetFigures) {
    this.#tree = tree
    this.#figures = figures
    for (const parentId of tree.childrenOf.keys()) {
      const splits = splitsOf(tree, parentId)
      this.#splits.set(parentId, splits)
      for (const split of splits) for (const line of split.lines) this.#kindOf.set(line.id, split.kind)
    }
  }

  splitsUnder(parentId: string | null): readonly Split[] {
    return this.#splits.get(parentId) ?? []
  }

  of(line: BudgetLine): Amount {
    const known = this.#known.get(line.id)
    if (known) return known
    if (this.#open.has(line.id)) return UNKNOWN
    this.#open.add(line.id)
    const amount = this.#workOut(line)
    this.#open.delete(line.id)
    this.#known.set(line.id, amount)
    return amount
  }

  /** What the lines at the top come to, unless the total is known apart from them. */
  total(): Cents | null {
    return this.#figures.totalCents ?? this.#sumBelow(null)
  }

  /** What a line's share is a share of, in fen. */
  baseOf(line: BudgetLine, base: ShareBase): Cents | null {
    switch (base) {
      case 'total':
        return this.total()
      case 'parent':
        return this.#parentCents(line)
      case 'period':
        return this.#periodBudget(line)
      case 'sales':
        return this.#figures.salesOf?.(line.period) ?? null
    }
  }

  /** What a line's share makes, also where an amount stands beside it. */
  byShare(line: BudgetLine): Cents | null {
    if (line.shareBp === null || line.shareBase === null) return null
    const key = this.#cohortKey(line, line.shareBase)
    const cohort = this.#cohorts.get(key) ?? this.#splitCohort(line, line.shareBase, key)
    if (cohort.size > 0) this.#cohorts.set(key, cohort)
    return cohort.get(line.id) ?? null
  }

  #workOut(line: BudgetLine): Amount {
    if (line.amountCents !== null) return { cents: line.amountCents, from: 'amount' }
    if (line.shareBp !== null) {
      const cents = this.byShare(line)
      return cents === null ? UNKNOWN : { cents, from: 'share' }
    }
    const below = this.#sumBelow(line.id)
    return below === null ? UNKNOWN : { cents: below, from: 'children' }
  }

  /** The first split is what a parent is made of; a second one is the same money again. */
  #sumBelow(parentId: string | null): Cents | null {
    const [first] = this.splitsUnder(parentId)
    return first ? addUp(first.lines.map((line) => this.of(line).cents)) : null
  }

  #parentOf(line: BudgetLine): BudgetLine | undefined {
    return line.parentId === null ? undefined : this.#tree.byId.get(line.parentId)
  }

  #parentCents(line: BudgetLine): Cents | null {
    const parent = this.#parentOf(line)
    return parent ? this.of(parent).cents : null
  }

  /** The money of a line's period: the nearest line of that period above it, else a heading of that period anywhere. */
  #periodBudget(line: BudgetLine): Cents | null {
    for (let above = this.#parentOf(line); above; above = this.#parentOf(above))
      if (above.period === line.period) return this.of(above).cents
    const heading = this.#tree.lines.find(
      (other) => other !== line && other.period === line.period && other.channel === null && other.eventId === null,
    )
    if (heading) return this.of(heading).cents
    return periodGrain(line.period) === 'year' ? this.total() : null
  }

  /** Siblings that are shares of the same whole are worked out together, else their roundings would not add up. */
  #cohortKey(line: BudgetLine, base: ShareBase): string {
    const period = base === 'period' || base === 'sales' ? line.period : ''
    return JSON.stringify([line.parentId, this.#kindOf.get(line.id), base, period])
  }

  #splitCohort(line: BudgetLine, base: ShareBase, key: string): ReadonlyMap<string, Cents> {
    const { ofCents, wholeBp } = this.#wholeOf(line, base)
    if (ofCents === null) return new Map()
    const siblings = this.#tree.childrenOf.get(line.parentId) ?? []
    const cohort = siblings.flatMap((sibling) => {
      const isIn = sibling.shareBase === base && this.#cohortKey(sibling, base) === key
      return isIn && sibling.shareBp !== null ? [{ id: sibling.id, shareBp: sibling.shareBp }] : []
    })
    const amounts = splitShares({ ofCents, wholeBp, sharesBp: cohort.map((share) => share.shareBp) })
    return new Map(cohort.map((share, i) => [share.id, amounts[i] ?? ofCents]))
  }

  /** A share of the total under a parent that is one itself is cut out of the parent's fen, so that both levels agree. */
  #wholeOf(line: BudgetLine, base: ShareBase): { ofCents: Cents | null; wholeBp: number } {
    const parent = this.#parentOf(line)
    const parentBp = base === 'total' && parent?.amountCents === null ? shareOfTotal(this.#tree, parent) : null
    if (parent && parentBp) return { ofCents: this.of(parent).cents, wholeBp: parentBp }
    return { ofCents: this.baseOf(line, base), wholeBp: 10_000 }
  }
}
