import { assert, ratio } from '@zhanggui/kernel'

/** One way to have content made: an own team, or a partner (MCN). Figures of one month. */
export type SupplyOption = {
  id: string
  kind: 'team' | 'partner'
  /** Paid whatever is made: salaries with contributions, a retainer. */
  fixedCents: number
  /** Paid for each piece: shooting, samples, the price of a video. */
  perPieceCents: number
  /** Share of the sales it brought, as a fraction of them. */
  commissionRate: number
  /** Pieces that were accepted, and what buyers paid through them. */
  pieces: number
  paidCents: number
}

export type SupplyFigures = SupplyOption & {
  costCents: number
  /** Fen a piece; null without a piece. */
  costPerPieceCents: number | null
  /** Cost ÷ sales, as a fraction; null without sales. */
  costRate: number | null
}

export type SupplyDecision = {
  options: SupplyFigures[]
  /** The option to go on with; null where none is better beyond doubt. */
  chosen: string | null
  /** The same option is cheaper a piece and a yuan sold, one of both, or output is too little to say. */
  reason: 'both' | 'costRate' | 'costPerPiece' | 'tooFewPieces' | 'alike'
  /** Pieces a month from which the own team costs less than the partner; null where that never happens. */
  breakEvenPieces: number | null
}

/** Fewer pieces than this in a month say nothing of what one costs. A starting value of this project. */
export const SUPPLY_PIECES_MIN = 10
/** Costs closer than this share are alike. A starting value of this project. */
const ALIKE = 0.1

function figuresOf(option: SupplyOption): SupplyFigures {
  const { fixedCents, perPieceCents, commissionRate, pieces, paidCents } = option
  assert(
    [fixedCents, perPieceCents, commissionRate, pieces, paidCents].every((figure) => figure >= 0),
    'costs and output are not below zero',
  )
  const costCents = fixedCents + perPieceCents * pieces + Math.round(commissionRate * paidCents)
  const perPiece = ratio(costCents, pieces)
  return {
    ...option,
    costCents,
    costPerPieceCents: perPiece === null ? null : Math.round(perPiece),
    costRate: ratio(costCents, paidCents),
  }
}

/** The cheaper of two by one figure; null where they are alike or one has none. */
function cheaper(
  [one, other]: readonly [SupplyFigures, SupplyFigures],
  figure: 'costRate' | 'costPerPieceCents',
): SupplyFigures | null {
  const [a, b] = [one[figure], other[figure]]
  if (a === null || b === null || Math.abs(a - b) <= ALIKE * Math.max(a, b)) return null
  return a < b ? one : other
}

/** A piece of either kind is taken to sell what the partner's sells now, so that only cost decides. */
function breakEven(team: SupplyFigures, partner: SupplyFigures): number | null {
  const paidPerPiece = ratio(partner.paidCents, partner.pieces) ?? 0
  const variable = ({ perPieceCents, commissionRate }: SupplyFigures): number =>
    perPieceCents + commissionRate * paidPerPiece
  const saved = variable(partner) - variable(team)
  const extra = team.fixedCents - partner.fixedCents
  if (extra <= 0) return saved >= 0 ? 0 : null
  return saved > 0 ? Math.ceil(extra / saved) : null
}

/**
 * Own content team or MCN, by cost and output (P4.14). What a yuan of sales costs decides; where that is alike or unknown, what
 * a piece costs; where both say the same, both.
 * Shape: `chosen` null with too few pieces, or where the two are within a tenth. Errors: throws on figures below zero.
 */
export function compareSupply(team: SupplyOption, partner: SupplyOption): SupplyDecision {
  const pair = [figuresOf(team), figuresOf(partner)] as const
  const rest = { options: [...pair], breakEvenPieces: breakEven(...pair) }
  if (pair.some(({ pieces }) => pieces < SUPPLY_PIECES_MIN)) return { ...rest, chosen: null, reason: 'tooFewPieces' }
  const [byRate, byPiece] = [cheaper(pair, 'costRate'), cheaper(pair, 'costPerPieceCents')]
  const chosen = byRate ?? byPiece
  if (chosen === null) return { ...rest, chosen: null, reason: 'alike' }
  const reason = byRate === byPiece ? 'both' : byRate ? 'costRate' : 'costPerPiece'
  return { ...rest, chosen: chosen.id, reason }
}
