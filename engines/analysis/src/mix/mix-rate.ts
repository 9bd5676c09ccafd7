/** A group's two sides of a ratio: buyers and visitors of a channel, refunds and sales of a category. */
export type RatioPart = { id: string; numerator: number; denominator: number }

/**
 * What a group did to the whole's ratio: `mix` by having a larger or smaller share of the denominator, `rate` by its own ratio.
 * Both in the ratio's unit. Share and ratio are null on a side where the group was not there.
 */
export type MixRateEffect = {
  id: string
  mix: number
  rate: number
  share: { from: number; to: number }
  ratio: { from: number | null; to: number | null }
}

/** `from` and `to` are null, and there are no effects, where a whole side has nothing to divide by. */
export type MixRate = { from: number | null; to: number | null; mix: number; rate: number; effects: MixRateEffect[] }

const sum = (parts: readonly RatioPart[], pick: (part: RatioPart) => number): number =>
  parts.reduce((total, part) => total + pick(part), 0)

const whole = (parts: readonly RatioPart[]): number | null => {
  const under = sum(parts, (p) => p.denominator)
  return under === 0 ? null : sum(parts, (p) => p.numerator) / under
}

const ratioOf = (part: RatioPart | undefined): number | null =>
  part === undefined || part.denominator === 0 ? null : part.numerator / part.denominator

function effectOf(id: string, sides: { from: RatioSide; to: RatioSide }): MixRateEffect {
  const { from, to } = sides
  const share = { from: from.shareOf(id), to: to.shareOf(id) }
  const own = { from: ratioOf(from.byId.get(id)), to: ratioOf(to.byId.get(id)) }
  // A group that is new or gone had no ratio of its own to change: all it did is come or go.
  const [then, now] = [own.from ?? own.to ?? 0, own.to ?? own.from ?? 0]
  const meanWhole = (from.whole + to.whole) / 2
  return {
    id,
    mix: (share.to - share.from) * ((then + now) / 2 - meanWhole),
    rate: (now - then) * ((share.from + share.to) / 2) + to.strayOf(id) - from.strayOf(id),
    share,
    ratio: own,
  }
}

type RatioSide = {
  whole: number
  byId: Map<string, RatioPart>
  shareOf(id: string): number
  /** What a group without a denominator adds to the whole's ratio all the same: buyers of a channel that nobody was seen in. */
  strayOf(id: string): number
}

function sideOf(parts: readonly RatioPart[], ratio: number): RatioSide {
  const under = sum(parts, (p) => p.denominator)
  const byId = new Map(parts.map((p) => [p.id, p]))
  return {
    whole: ratio,
    byId,
    shareOf: (id) => (byId.get(id)?.denominator ?? 0) / under,
    strayOf: (id) => (byId.get(id)?.denominator === 0 ? (byId.get(id)?.numerator ?? 0) / under : 0),
  }
}

/**
 * Why a ratio changed: because its groups changed (rate) or because more of the whole falls to better or worse groups (mix).
 * Shape: effects add up to `to − from`, group by group; the mix of a group is against the whole's mean ratio, so that growing only
 * counts for good where the group is above it. Ratios are never averaged.
 * Source: symmetric mean weights (Bennet 1920).
 */
export function mixRate(before: readonly RatioPart[], after: readonly RatioPart[]): MixRate {
  const [from, to] = [whole(before), whole(after)]
  if (from === null || to === null) return { from, to, mix: 0, rate: 0, effects: [] }
  const both = { from: sideOf(before, from), to: sideOf(after, to) }
  const ids = [...new Set([...before, ...after].map((p) => p.id))]
  const effects = ids.map((id) => effectOf(id, both))
  const total = (pick: (e: MixRateEffect) => number): number => effects.reduce((acc, e) => acc + pick(e), 0)
  return { from, to, mix: total((e) => e.mix), rate: total((e) => e.rate), effects }
}
