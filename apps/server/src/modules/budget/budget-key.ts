import type { Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import type { ResourceCaller } from '../admin/resources/resource-access.ts'

/** Whose budget it is. */
export type BudgetKey = { store: string; plan: string }

/** Who acts on which plan of which shop. */
export type BudgetCaller = ResourceCaller & { shop: Store; plan: string }

/** The shop's business day now. */
export const todayOf = (context: Context, store: Store): BusinessDay =>
  businessDayOf(context.clock.now(), store.timezone)
