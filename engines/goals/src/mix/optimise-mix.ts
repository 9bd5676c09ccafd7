import { err, ok, type Result, roundToSum } from '@zhanggui/kernel'
import { solver } from '../reconcile/solver.ts'

/** A category's room: between `floorCents` (new and mature ones are kept alive) and what its potential allows. */
export type MixCategory = {
  category: string
  /** Profit in basis points of its sales. */
  marginBp: number
  floorCents: number
  capCents: number
  /** Counts as high-margin for the minimum share. */
  highMargin: boolean
}

export type MixRequest = {
  totalCents: number
  categories: readonly MixCategory[]
  /** High-margin categories together make at least this share of the total, basis points; null: not asked. */
  highMarginMinBp: number | null
}

export type Mix = { targets: { category: string; targetCents: number }[]; profitCents: number }
export type MixFailure = { code: 'floorsExceed' | 'capsFallShort' | 'shareUnreachable'; byCents: number }

function unreachable({ totalCents, categories, highMarginMinBp }: MixRequest): MixFailure | null {
  const sum = (of: readonly MixCategory[], pick: (c: MixCategory) => number): number =>
    of.reduce((acc, c) => acc + pick(c), 0)
  const floors = sum(categories, (c) => c.floorCents)
  if (floors > totalCents) return { code: 'floorsExceed', byCents: floors - totalCents }
  const caps = sum(categories, (c) => c.capCents)
  if (caps < totalCents) return { code: 'capsFallShort', byCents: totalCents - caps }
  const needed = Math.ceil((totalCents * (highMarginMinBp ?? 0)) / 10_000)
  const [high, rest] = [categories.filter((c) => c.highMargin), categories.filter((c) => !c.highMargin)]
  const reachable = Math.min(
    sum(high, (c) => c.capCents),
    totalCents - sum(rest, (c) => c.floorCents),
  )
  return reachable < needed ? { code: 'shareUnreachable', byCents: needed - reachable } : null
}

/**
 * Category targets that earn the most from a given total: floors and caps kept, high-margin categories at least their share
 * (P2.09). A linear program; whole fen that add up to the total. Profit is rounded once.
 * Errors: what leaves no room, and how much is missing.
 */
export async function optimiseMix(request: MixRequest): Promise<Result<Mix, MixFailure>> {
  const failure = unreachable(request)
  if (failure) return err(failure)
  const { totalCents, categories, highMarginMinBp } = request
  const highs = await solver()
  const n = categories.length
  const high = categories.flatMap((c, i) => (c.highMargin ? [i] : []))
  const indices = [...categories.keys(), ...high]
  const model = {
    numCols: n,
    numRows: 2,
    sense: highs.constants.objectiveSense.maximize,
    colCost: categories.map((c) => c.marginBp),
    colLower: categories.map((c) => c.floorCents),
    colUpper: categories.map((c) => c.capCents),
    rowLower: [totalCents, Math.ceil((totalCents * (highMarginMinBp ?? 0)) / 10_000)],
    rowUpper: [totalCents, highs.infinity],
    matrix: {
      format: 'csr' as const,
      numRows: 2,
      numCols: n,
      starts: [0, n, n + high.length],
      indices,
      values: indices.map(() => 1),
    },
  }
  const exact = highs.withModel(model, (m) => {
    m.options.set({ output_flag: false })
    m.run()
    return [...m.getSolution().colValue]
  })
  const targets = roundToSum(exact, totalCents)
  const profit = targets.reduce((sum, t, i) => sum + t * (categories[i]?.marginBp ?? 0), 0)
  return ok({
    targets: categories.map((c, i) => ({ category: c.category, targetCents: targets[i] ?? 0 })),
    profitCents: Math.round(profit / 10_000),
  })
}
