import { andThen, type Decided, decided, type LifeMoment, refused, unchanged, withCase } from './decision.ts'
import type { LifeCommand } from './life-command.ts'
import { hoursMs } from './life-policy.ts'
import { keptCents } from './money.ts'
import type { AfterSaleCase, CaseState, OrderLife } from './order-life.ts'
import { settleCase } from './settle-case.ts'
import { letsGo, unitsFault, unitsUnsent, unitsWithBuyer } from './units.ts'

type Command<K extends LifeCommand['kind']> = Extract<LifeCommand, { kind: K }>

const isSame = (known: AfterSaleCase, asked: Command<'askAfterSale'>): boolean =>
  known.kind === asked.caseKind &&
  known.agreedCents === asked.agreedCents &&
  JSON.stringify(known.lines) === JSON.stringify(asked.lines)

function askFault(order: OrderLife, asked: Command<'askAfterSale'>, { now, policy }: LifeMoment) {
  if (!['paid', 'shipped', 'received'].includes(order.stage)) return 'wrong_stage'
  if (order.stage === 'received' && now > order.receivedAt + hoursMs(policy.afterSaleHours)) return 'after_sale_over'
  const { agreedCents, caseKind, lines } = asked
  if (!Number.isSafeInteger(agreedCents) || agreedCents < 0 || agreedCents > keptCents(order)) return 'amount_invalid'
  if (agreedCents > 0 && caseKind !== 'refund') return 'amount_invalid'
  const fault = unitsFault(order, lines)
  if (fault) return fault
  const unitsOf = letsGo({ kind: caseKind, agreedCents }) ? unitsUnsent : unitsWithBuyer
  const isTooMuch = lines.some(({ lineId, units }) => {
    const line = order.lines.find((known) => known.lineId === lineId)
    return line === undefined || units > unitsOf(order, line)
  })
  return isTooMuch ? 'units_differ' : undefined
}

/** The buyer asks for a return, an exchange, a reissue or a refund; the clock of the shop's answer starts. */
export function askAfterSale(order: OrderLife, asked: Command<'askAfterSale'>, moment: LifeMoment): Decided {
  const { caseId, caseKind, lines, agreedCents, reason } = asked
  const known = order.cases.find((c) => c.caseId === caseId)
  if (known) return isSame(known, asked) ? unchanged(order) : refused('case_exists')
  const fault = askFault(order, asked, moment)
  if (fault) return refused(fault)
  const dueAt = moment.now + hoursMs(moment.policy.answerHours)
  const opened: AfterSaleCase = {
    caseId,
    kind: caseKind,
    state: 'asked',
    reason,
    lines,
    agreedCents,
    refundCents: 0,
    scrap: false,
    dueAt,
  }
  return decided({ ...order, cases: [...order.cases, opened] }, [{ kind: 'case_asked', caseId, by: 'buyer', reason }])
}

/** A step of one case: refused from other states, nothing for a repeat. */
function step(
  order: OrderLife,
  caseId: string,
  { from, done }: { from: CaseState; done: readonly CaseState[] },
  take: (known: AfterSaleCase) => Decided,
): Decided {
  const known = order.cases.find((c) => c.caseId === caseId)
  if (!known) return refused('case_unknown')
  if (known.state === from) return take(known)
  return done.includes(known.state) ? unchanged(order) : refused('case_state')
}

const AFTER_AGREED: readonly CaseState[] = ['agreed', 'goodsBack', 'replacing', 'sending', 'refunding', 'done']
const AFTER_BACK: readonly CaseState[] = ['goodsBack', 'replacing', 'sending', 'refunding', 'done']
const AFTER_SETTLED: readonly CaseState[] = ['replacing', 'sending', 'refunding', 'done']

/** The shop agrees, by itself or by its silence: goods come back first, or the case is settled at once. */
export function agreeCase(order: OrderLife, { caseId, by }: Command<'agreeCase'>, moment: LifeMoment): Decided {
  return step(order, caseId, { from: 'asked', done: AFTER_AGREED }, (known) => {
    const goodsComeBack = known.kind === 'return' || known.kind === 'exchange'
    const dueAt = goodsComeBack ? moment.now + hoursMs(moment.policy.sendBackHours) : 0
    const agreed = withCase(order, { ...known, state: 'agreed', dueAt })
    const first = decided(agreed, [{ kind: 'case_agreed', caseId, by }])
    return goodsComeBack ? first : andThen(first, (after) => settleCase(after, caseId, moment))
  })
}

export function refuseCase(order: OrderLife, { caseId }: Command<'refuseCase'>): Decided {
  return step(order, caseId, { from: 'asked', done: ['refused'] }, (known) =>
    decided(withCase(order, { ...known, state: 'refused', dueAt: 0 }), [{ kind: 'case_refused', caseId, by: 'shop' }]),
  )
}

/** The buyer thinks again, or never sent the goods back. */
export function withdrawCase(order: OrderLife, { caseId, by }: Command<'withdrawCase'>): Decided {
  const known = order.cases.find((c) => c.caseId === caseId)
  if (!known) return refused('case_unknown')
  if (known.state === 'withdrawn') return unchanged(order)
  if (known.state !== 'asked' && known.state !== 'agreed') return refused('case_state')
  return decided(withCase(order, { ...known, state: 'withdrawn', dueAt: 0 }), [{ kind: 'case_withdrawn', caseId, by }])
}

/** The goods are at the warehouse; `scrap`: they cannot be sold again. */
export function goodsCameBack(
  order: OrderLife,
  { caseId, scrap }: Command<'goodsCameBack'>,
  { now, policy }: LifeMoment,
): Decided {
  return step(order, caseId, { from: 'agreed', done: AFTER_BACK }, (known) => {
    const dueAt = now + hoursMs(policy.inspectHours)
    const back = withCase(order, { ...known, state: 'goodsBack', scrap, dueAt })
    return decided(back, [{ kind: 'case_goods_back', caseId }])
  })
}

/** What came back is as it should be. */
export function acceptGoods(order: OrderLife, { caseId }: Command<'settleCase'>, moment: LifeMoment): Decided {
  return step(order, caseId, { from: 'goodsBack', done: AFTER_SETTLED }, () => settleCase(order, caseId, moment))
}
