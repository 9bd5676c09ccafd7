import { roundToSum } from '@zhanggui/kernel'

/** What was spent on something and what it brought back, by whichever model is believed. */
export type Spending = {
  id: string
  costCents: number
  returnCents: number
  /** Too little was spent to judge, or it must not move: it keeps its money. */
  isFixed: boolean
}

/** `shareMax`: how far an amount may move from what it was in one step, as a share of it. */
export type ProposalRules = { shareMax: number }

/** Three tenths a step: far enough to be seen in the figures, near enough to be taken back. Project default. */
export const PROPOSAL_RULES: ProposalRules = { shareMax: 0.3 }

export type Proposal = { id: string; costCents: number; proposedCents: number; changeCents: number }

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** A return below a thousandth of the cost pulls like one of a thousandth, so that money always finds a place within the bounds. */
const LEAST_RETURN = 0.001

/** Halvings until the total is met to well below a fen. */
const HALVINGS = 100

/**
 * The same money, moved to where the next yuan brings more.
 * Returns are taken to grow with the square root of spending, so that the best split is in proportion to return² ÷ cost; each amount
 * stays within `shareMax` of what it was. Shape: one line each, in order; proposals add up to what was spent, to the fen.
 * Source: max Σ aᵢ√xᵢ with Σ xᵢ = B has xᵢ ∝ aᵢ² (checked by a = 3, 4, 5 and B = 100: 18, 32, 50).
 */
export function proposeBudget(spending: readonly Spending[], { shareMax }: ProposalRules): Proposal[] {
  const free = spending.filter((s) => !s.isFixed && s.costCents > 0)
  const total = free.reduce((sum, s) => sum + s.costCents, 0)
  const pull = (s: Spending): number => s.costCents * Math.max(s.returnCents / s.costCents, LEAST_RETURN) ** 2
  const at = (scale: number): number[] =>
    free.map((s) => clamp(scale * pull(s), s.costCents * (1 - shareMax), s.costCents * (1 + shareMax)))
  const whole = roundToSum(at(scaleFor(total, at)), total)
  const proposed = new Map(free.map((s, i) => [s.id, whole[i] ?? s.costCents]))
  return spending.map(({ id, costCents }) => {
    const proposedCents = proposed.get(id) ?? costCents
    return { id, costCents, proposedCents, changeCents: proposedCents - costCents }
  })
}

/** The scale at which the bounded amounts add up to the total; they grow with it, so halving finds it. */
function scaleFor(total: number, at: (scale: number) => number[]): number {
  let [low, high] = [0, 1]
  const sum = (scale: number): number => at(scale).reduce((a, b) => a + b, 0)
  for (let i = 0; i < HALVINGS && sum(high) < total; i++) high *= 2
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (sum(middle) < total) low = middle
    else high = middle
  }
  return high
}
