import type { ContingencyPlan } from '../plans/plan.ts'
import { GOODS_PLANS } from './goods-plans.ts'
import { MARKET_PLANS } from './market-plans.ts'
import { SYSTEM_PLANS } from './system-plans.ts'

/** Every plan that is shipped. A shop adopts them, and changes what it knows better. */
export const PLAN_LIBRARY: readonly ContingencyPlan[] = [...MARKET_PLANS, ...GOODS_PLANS, ...SYSTEM_PLANS]

export const findShippedPlan = (id: string): ContingencyPlan | undefined => PLAN_LIBRARY.find((plan) => plan.id === id)
