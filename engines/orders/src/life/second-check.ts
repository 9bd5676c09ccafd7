import { endOrder } from './cancel.ts'
import { type Decided, decided, refused, unchanged } from './decision.ts'
import type { OrderLife } from './order-life.ts'

/** The buyer proved to be who they say: from now on the order can be paid. Too late is too late, whenever the clock is looked at. */
export function passCheck(order: OrderLife, { now }: { now: number }): Decided {
  const { check } = order
  if (check?.state === 'passed') return unchanged(order)
  if (order.stage !== 'placed' || !check || now >= check.until) return refused('wrong_stage')
  return decided({ ...order, check: { ...check, state: 'passed' } }, [{ kind: 'check_passed' }])
}

/** Too many wrong answers, or none in time: the order ends and what it held is free again. */
export function failCheck(order: OrderLife, { by }: { by: 'buyer' | 'time' }): Decided {
  if (order.stage === 'cancelled') return unchanged(order)
  if (order.stage !== 'placed' || order.check?.state !== 'waiting') return refused('wrong_stage')
  return endOrder(order, 'unverified', by)
}
