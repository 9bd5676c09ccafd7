/** An item as a substitute is judged: what it is, what it costs, what is left of it. */
export type Candidate = {
  item: string
  title: string
  category: string
  brand: string
  priceCents: number | null
  /** Price less cost of the goods; null where the cost is unknown. */
  marginCents: number | null
  /** Units on hand. */
  onHand: number
  /** Minutes until it is likely to be sold out itself; null when not within the horizon. */
  minutesLeft: number | null
  /** Units it sold lately. */
  unitsSold: number
}

export type SubstituteRules = {
  /** A substitute costs at most this share more or less: 0.3 is 30 %. */
  priceBand: number
  /** Units that must be on hand. */
  onHandMin: number
  /** It must be likely to last this long itself. */
  minutesLeftMin: number
  limit: number
}

export const SUBSTITUTE_RULES: SubstituteRules = { priceBand: 0.3, onHandMin: 10, minutesLeftMin: 120, limit: 5 }

/** Why this one: each part between 0 and 1, and their weighted sum. */
export type Substitute = {
  item: string
  score: number
  similarity: number
  priceCloseness: number
  margin: number
  stock: number
}

/** What matters when a place on a page has to be filled at once: the same need first, then the price, then what the shop earns. */
const WEIGHTS = { similarity: 0.4, priceCloseness: 0.25, margin: 0.2, stock: 0.15 } as const

const pairsOf = (title: string): Set<string> => {
  const text = title.replace(/\s+/g, '').toLowerCase()
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
}

/** Shared pairs of characters over all of them (Dice): works for Chinese titles without cutting words. */
function titleSimilarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.size + right.size === 0) return 0
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}

const marginRate = ({ marginCents, priceCents }: Candidate): number | null =>
  marginCents === null || priceCents === null || priceCents <= 0 ? null : marginCents / priceCents

/** Better margin than the item's own counts up to one; an unknown margin is neither better nor worse. */
function marginScore(item: Candidate, other: Candidate): number {
  const [own, theirs] = [marginRate(item), marginRate(other)]
  if (own === null || theirs === null) return 0.5
  return Math.min(1, Math.max(0, 0.5 + theirs - own))
}

function canStandIn(item: Candidate, other: Candidate, rules: SubstituteRules): boolean {
  if (other.item === item.item || other.category !== item.category || other.category === '') return false
  if (other.onHand < rules.onHandMin) return false
  if (other.minutesLeft !== null && other.minutesLeft < rules.minutesLeftMin) return false
  return priceDistance(item, other) <= rules.priceBand
}

/** As a share of the item's price; an unknown price cannot be held against the band. */
function priceDistance(item: Candidate, other: Candidate): number {
  if (item.priceCents === null || other.priceCents === null || item.priceCents <= 0) return Number.POSITIVE_INFINITY
  return Math.abs(other.priceCents - item.priceCents) / item.priceCents
}

/**
 * What can take an item's place (P5.22): same category, in stock and likely to stay so, within the price band; the likest
 * first. Deterministic: ties by units sold, then by id.
 * Shape: at most `limit`; empty when nothing may stand in.
 */
export function substitutesFor(
  item: Candidate,
  candidates: readonly Candidate[],
  rules: SubstituteRules = SUBSTITUTE_RULES,
): Substitute[] {
  const judged = candidates
    .filter((other) => canStandIn(item, other, rules))
    .map((other) => {
      const parts = {
        similarity: 0.8 * titleSimilarity(item.title, other.title) + (item.brand === other.brand ? 0.2 : 0),
        priceCloseness: 1 - priceDistance(item, other) / rules.priceBand,
        margin: marginScore(item, other),
        stock: Math.min(1, other.onHand / (rules.onHandMin * 10)),
      }
      const score = Object.entries(WEIGHTS).reduce((sum, [id, w]) => sum + w * parts[id as keyof typeof WEIGHTS], 0)
      return { other, substitute: { item: other.item, score, ...parts } }
    })
  return judged
    .sort(
      (a, b) =>
        b.substitute.score - a.substitute.score ||
        b.other.unitsSold - a.other.unitsSold ||
        (a.other.item < b.other.item ? -1 : 1),
    )
    .slice(0, rules.limit)
    .map(({ substitute }) => substitute)
}
