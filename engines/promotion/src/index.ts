export { type AssociateOptions, type Association, associate } from './baskets/associate.ts'
export { proposeSet, type SetGood, type SetProposal } from './baskets/propose-set.ts'
export {
  CARD_STATES,
  type CardAccount,
  type CardState,
  cardLiability,
  cardOwedBack,
  cardState,
  issueCard,
  issueDayOf,
  revokeCard,
} from './cards/card-account.ts'
export type { Buyer, Cart, CartLine, Claim, ShippingFee, Ticket } from './cart/cart.ts'
export { type CartProblem, checkCart, MAX_CART_CENTS, MAX_LINES, MAX_QUANTITY } from './cart/check-cart.ts'
export { type BestChoice, chooseBest, NODE_LIMIT } from './choose/choose-best.ts'
export { cheapestFill, cheapestUnits, type Fill, type FillGood } from './choose/top-up/cheapest-fill.ts'
export { type Dip, dipsOf, type PayCurve, spendCurve } from './choose/top-up/dips.ts'
export { type TopUp, type TopUpGood, topUps } from './choose/top-up/top-ups.ts'
export { type UnusedClaim, unusedClaims } from './choose/unused-claims.ts'
export { type ClaimRefusal, type CouponTerms, checkClaim, claimOpensMs, couponEndsMs } from './coupons/check-claim.ts'
export { CODE_BYTES, makeCode, readCode } from './coupons/coupon-code.ts'
export {
  COUPON_STATES,
  type Coupon,
  type CouponMove,
  type CouponRefusal,
  type CouponState,
  MOVES_FROM,
  moveCoupon,
} from './coupons/coupon-state.ts'
export {
  explain,
  explainRefund,
  type Sentence,
  sayCartProblem,
  sayFact,
  sayRefundFact,
  sayRefundProblem,
  sayRuleProblem,
} from './explain/explain.ts'
export { type Explained, explainFacts } from './explain/explain-facts.ts'
export { type CutWay, type Fact, type FactOf, LOCALES, type Locale, type Words } from './explain/fact.ts'
export { type RefundFact, refundFacts } from './explain/refund-facts.ts'
export { checkTrade, type FieldFault } from './fields/check-trade.ts'
export { type OrderLineAmounts, orderLineAmounts } from './fields/order-line-amounts.ts'
export { type OrderFields, type TradeFields, tradeFields } from './fields/trade-fields.ts'
export { PRIZE_CENTS_MAX } from './mechanics/blind-box.ts'
export { jointStock } from './mechanics/joint-stock.ts'
export type { Basket, Grant, Hit, Mechanic, Miss, NextStep, ParamProblem, Verdict } from './mechanics/mechanic.ts'
export { findMechanic, MECHANICS } from './mechanics/registry.ts'
export { findPipeline, JD_LIKE, PIPELINES, SEQUENTIAL, TMALL_OFFICIAL_CUT, TMALL_PARALLEL } from './pipeline/packs.ts'
export type { Group, Level, Pipeline, ThresholdBase } from './pipeline/pipeline.ts'
export type { PointsMove } from './points/points-move.ts'
export { type PointsLot, type PointsPosition, pointsPosition } from './points/points-position.ts'
export { type EventEntry, type EventGoods, type EventProblem, enrolEvent } from './presets/enrol-event.ts'
export { EVENT_PACKS, type EventBounds, type EventPack, findEventPack } from './presets/event-packs.ts'
export { FRAME_FIELDS, type FrameField, type FrameKind } from './presets/frame-fields.ts'
export {
  exampleValues,
  FIELD_KINDS,
  type FieldKind,
  PRESET_FAMILIES,
  type Preset,
  type PresetFamily,
  type PresetField,
} from './presets/preset.ts'
export { findPreset, PRESETS, presetsOn } from './presets/presets.ts'
export { sayEventProblem, sayPresetProblem } from './presets/problem-words.ts'
export { type PresetProblem, type RuleFrame, ruleOfPreset } from './presets/rule-of-preset.ts'
export { priceCart } from './price/price-cart.ts'
export type { Cut, Granted, Outcome, PaidBy, PricedCart, PricedLine, PricedShipping } from './price/priced-cart.ts'
export { MISS_REASONS, type MissReason } from './price/reasons.ts'
export { checkBeforePublishing, type PublishReport } from './publish/check-before-publishing.ts'
export { checkListings } from './publish/checks/listings.ts'
export { checkReferencePrices, type Reference, referencePrice } from './publish/checks/reference-price.ts'
export { cartOfOne, dealPrice } from './publish/deal-price.ts'
export {
  type AllowedDifference,
  auditFairPrices,
  type FairPriceAudit,
  goodsKey,
  type PriceSeen,
} from './publish/fair-price.ts'
export type { Finding, FindingCode, FindingFacts, FindingSeverity } from './publish/finding.ts'
export { type LowestPrice, lowestPrice } from './publish/lowest-price/lowest-price.ts'
export { FINDING_CODES, isBlocked, sayFinding } from './publish/make-finding.ts'
export {
  type PriceDay,
  PUBLISH_DEFAULTS,
  type PublishCase,
  type PublishGood,
  type PublishSettings,
  type RecentSale,
  type RuleLimit,
} from './publish/publish-case.ts'
export {
  type PaidOrder,
  REFUND_POLICIES,
  type RefundPolicy,
  type RefundProblem,
  type ReturnRequest,
} from './refund/paid-order.ts'
export { refundOrder } from './refund/refund-order.ts'
export { type Borne, openStanding, type Standing, type StandingFee, type StandingLine } from './refund/standing.ts'
export { type Refund, type RefundFee, type RefundLine, takeBack } from './refund/take-back.ts'
export type {
  Replay,
  ReplayBreach,
  ReplayOptions,
  ReplayOrder,
  ReplayRule,
  ReplaySums,
  SkuFigures,
} from './replay/replay-order.ts'
export { replayOrders } from './replay/replay-orders.ts'
export { checkRules, type RuleProblem } from './rules/check-rules.ts'
export { compileRules, type RuleSet } from './rules/compile-rules.ts'
export { mostOff, packValue } from './rules/most-off.ts'
export { mayMeet } from './rules/overlap.ts'
export {
  CLAIM_RETURNS,
  type ClaimReturn,
  PAYERS,
  type Payer,
  type PayerShare,
  type Rule,
  type RuleConditions,
} from './rules/rule.ts'
export { compileScope, type Scope } from './rules/scope.ts'
export { firstUnits, unitCut, unitPart } from './share/unit-share.ts'
export { giftSkusOf, type StockNeed, stockNeeds } from './stock/stock-needs.ts'
export { CLARITY_WEIGHTS, type Clarity, clarityOf } from './text/clarity.ts'
export { CONFLICT_CODES, type Conflict, type ConflictCode } from './text/conflicts.ts'
export { HEARD_WORDS, type Heard, heardIn } from './text/heard.ts'
export { type RuleExample, type RuleText, ruleText } from './text/rule-text.ts'
export { applicationSequence, type SequenceStep } from './text/sequence.ts'
