import { ATTACK } from './attack.ts'
import { CARRIER_STOP } from './carrier-stop.ts'
import { CREATOR_FAILURE } from './creator-failure.ts'
import type { FaultKind } from './fault.ts'
import { GIFT_SHORTAGE } from './gift-shortage.ts'
import { OPINION_WAVE } from './opinion-wave.ts'
import { PAYMENT_OUTAGE } from './payment-outage.ts'
import { PRICE_WAR } from './price-war.ts'
import { RULE_ERROR } from './rule-error.ts'
import { SITE_LOSS } from './site-loss.ts'
import { STOCK_LOSS } from './stock-loss.ts'
import { SUPPLY_GAP } from './supply-gap.ts'
import { TRAFFIC_DROP } from './traffic-drop.ts'

/** Every kind of fault: one for each plan of the library. */
export const FAULT_KINDS: readonly FaultKind[] = [
  TRAFFIC_DROP,
  PRICE_WAR,
  OPINION_WAVE,
  CREATOR_FAILURE,
  STOCK_LOSS,
  GIFT_SHORTAGE,
  SUPPLY_GAP,
  CARRIER_STOP,
  PAYMENT_OUTAGE,
  SITE_LOSS,
  ATTACK,
  RULE_ERROR,
]

export const findFaultKind = (kind: string): FaultKind | undefined => FAULT_KINDS.find((one) => one.kind === kind)

/** The fault that a plan is rehearsed with. */
export const faultOfPlan = (plan: string): FaultKind | undefined => FAULT_KINDS.find((one) => one.plan === plan)
