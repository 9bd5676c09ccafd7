import type { Buyer, Cart, CartLine, ShippingFee, Ticket } from '../cart/cart.ts'
import type { Granted } from '../price/priced-cart.ts'
import type { MissReason } from '../price/reasons.ts'

/** What a mechanic sees: the lines that take part, in the order of their ids, with their amounts so far. */
export type Basket = {
  readonly lines: readonly CartLine[]
  /** Threshold base of each line, whole line, fen. */
  readonly baseCents: readonly number[]
  /** What each line still has to pay. */
  readonly remainingCents: readonly number[]
  /** Units that no bundle or limited price has taken yet. Filled for mechanics that declare `usesUnits`. */
  readonly freeUnits: readonly number[]
  /** What those units pay, the line's amount less what the taken units pay. Filled like `freeUnits`. */
  readonly freeCents: readonly number[]
  readonly baseSum: number
  readonly remainingSum: number
  /** Most that can be taken off these lines: down to their floors, within the cap of the rule. */
  readonly mostCents: number
  readonly units: number
  /** Fees of the shops that the lines belong to, and what is left of them. */
  readonly shipping: readonly ShippingFee[]
  readonly cart: Cart
  readonly atMs: number
  readonly buyer: Buyer
  readonly ticket: Ticket | undefined
  /** What the claim holds that brought the rule in, where claims of one rule differ. */
  readonly claimCents: number | undefined
  /** What rules before have given. */
  readonly granted: readonly Granted[]
  /** Units that this buyer took of the rule before. */
  readonly unitsUsed: number
}

/** What a rule gives besides money off now. Amounts in fen; `lineIds` are the lines that earned it. */
export type Grant =
  | { kind: 'gift'; skuId: string; units: number; poolId?: string }
  | { kind: 'giftChoice'; poolId: string; skuIds: readonly string[]; units: number }
  | { kind: 'points'; points: number }
  | { kind: 'pointsUsed'; points: number }
  | { kind: 'card'; cents: number; afterDays: number }
  | { kind: 'coupon'; couponRuleId: string; count: number }
  | { kind: 'draw'; poolId: string; draws: number; boxes: number }
  | {
      kind: 'deposit'
      lineId: string
      depositCents: number
      countsAsCents: number
      balanceFrom: string
      balanceUntil: string
    }
  | { kind: 'donation'; cents: number; to: string }
  | { kind: 'sellerCost'; cents: number; what: string }
  | { kind: 'delivery'; lineId: string; everyDays: number; times: number }
  | { kind: 'tradeIn'; estimateCents: number; subsidyCents: number }

/** How far it is to what comes next: this much more money or so many more units, and what the cut would be then. */
export type NextStep = { shortCents?: number; shortUnits?: number; cutCents?: number }

/** `off`: whole fen to be split over the lines in proportion to what they pay. */
export type Hit = {
  hit: true
  off?: number
  /** Exactly this much off each line, in the order of the basket, instead of a split. */
  offByLine?: readonly number[]
  /** Off the shipping fees, in the order of the basket's `shipping`. */
  offShipping?: readonly number[]
  /** Units of each line that are used up and cannot serve another bundle or limited price. */
  takes?: readonly number[]
  /** Least that each line must go on paying, whatever comes behind: a deposit that is paid cannot be given away again. */
  keeps?: readonly number[]
  grants?: readonly Grant[]
  next?: NextStep
}
export type Miss = { hit: false; reason: MissReason; next?: NextStep }
export type Verdict = Hit | Miss

export type ParamProblem = { field: string; code: string; zh: string; en: string }

/**
 * One kind of promotion. A rule author adds one file with one of these and one table of examples; `params` reach `apply` only
 * after `check` found nothing.
 */
export type Mechanic<P = never> = {
  mechanic: string
  zh: string
  en: string
  level: string
  group?: string
  /** Each line is judged by itself, so rules of this kind can be chosen line by line. */
  isPerLine?: boolean
  /** Works with single units; only then is it told which units are free. */
  usesUnits?(params: P): boolean
  /**
   * The most it takes off this basket or any that has less: lower prices, fewer free units, fewer lines. The search for the best
   * choice bounds later rules by it. Left out (or `undefined`) where that is what `apply` takes now; a mechanic that may take more
   * when less is there, because its units move to other lines, must say so here.
   */
  mostOff?(params: P, basket: Basket): number | undefined
  /** Each line goes on paying this share of what it paid, basis points, give or take half a fen a unit. Makes bounds tighter. */
  keepsBp?(params: P): number | undefined
  /** Parameters of a typical rule, for forms, tests and generated rules. */
  example: P
  check(params: Readonly<Record<string, unknown>>): ParamProblem[]
  apply(params: P, basket: Basket): Verdict
}

/** A mechanic as the registry holds it: its parameters are data. */
export type AnyMechanic = Omit<Mechanic, 'example'> & { example: Readonly<Record<string, unknown>> }

/** Names a mechanic's own parameters once; the registry holds them all as one type. */
export const defineMechanic = <P extends object>(mechanic: Mechanic<P>): AnyMechanic =>
  mechanic as unknown as AnyMechanic
