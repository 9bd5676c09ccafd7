import type { LifeMoment } from './decision.ts'
import type { LifeCommand } from './life-command.ts'
import { hoursMs, type LifePolicy } from './life-policy.ts'
import type { AfterSaleCase, OrderLife } from './order-life.ts'

/** What silence means in each state of a case. */
function ofCase({ caseId, state }: AfterSaleCase): LifeCommand | undefined {
  if (state === 'asked') return { kind: 'agreeCase', caseId, by: 'time' }
  if (state === 'agreed') return { kind: 'withdrawCase', caseId, by: 'time' }
  return state === 'goodsBack' ? { kind: 'settleCase', caseId, by: 'time' } : undefined
}

function stageDue({ stage, holdUntil, check, shippedAt, cases }: OrderLife, policy: LifePolicy): number {
  if (stage === 'placed' && check?.state === 'waiting') return check.until
  if (stage === 'placed' || stage === 'deposit') return holdUntil
  const isOpen = cases.some(({ dueAt }) => dueAt > 0)
  // An order is not received by itself while the buyer has something to say about it.
  return stage === 'shipped' && !isOpen ? shippedAt + hoursMs(policy.receiveHours) : 0
}

/** The next instant at which something happens by itself, UTC ms; 0: nothing will. */
export function nextDueAt(order: OrderLife, policy: LifePolicy): number {
  const dues = [stageDue(order, policy), ...order.cases.map(({ dueAt }) => dueAt)].filter((due) => due > 0)
  return dues.length > 0 ? Math.min(...dues) : 0
}

/** What has become due by `now`, in the order in which it is to be decided. */
export function dueCommands(order: OrderLife, { now, policy }: LifeMoment): LifeCommand[] {
  const ofCases = order.cases.flatMap((known) => {
    const command = known.dueAt > 0 && known.dueAt <= now ? ofCase(known) : undefined
    return command ? [command] : []
  })
  const due = stageDue(order, policy)
  if (due === 0 || due > now) return ofCases
  if (order.stage === 'placed' && order.check?.state === 'waiting')
    return [...ofCases, { kind: 'failCheck', by: 'time' }]
  return [...ofCases, order.stage === 'shipped' ? { kind: 'receive', by: 'time' } : { kind: 'cancel', by: 'time' }]
}
