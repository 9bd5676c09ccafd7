import {
  explainRefund,
  type Granted,
  openStanding,
  type PaidOrder,
  type Refund,
  type RefundPolicy,
  type ReturnRequest,
  type Standing,
  takeBack,
} from '../../../src/index.ts'
import { type Case, shuffled } from '../case.ts'

/** Returns of every line in up to three parts each, in any order, and of every postage, with or after the goods. */
function drawReturns({ cart, priced, rng }: Case): ReturnRequest[] {
  const parts = cart.lines.flatMap(({ lineId, quantity }): ReturnRequest[] => {
    const requests: ReturnRequest[] = []
    for (let left = quantity; left > 0; ) {
      const units = requests.length === 2 ? left : 1 + rng.int(left)
      requests.push({ lines: [{ lineId, units }] })
      left -= units
    }
    return requests
  })
  const postage = priced.shipping.map(({ shopId }) => ({ lines: [], postageOf: [shopId] }))
  return shuffled(rng, [...parts, ...postage])
}

const borneSum = (standing: Pick<Standing, 'borne'>): number => standing.borne.reduce((sum, b) => sum + b.cents, 0)

const figure = (grant: Granted): number => {
  const { units, points, cents, count, draws, depositCents, times, subsidyCents }: Partial<Record<string, unknown>> =
    grant
  return Number(units ?? points ?? cents ?? count ?? draws ?? depositCents ?? times ?? subsidyCents)
}

/** What was granted is what stays granted and what goes back, for each rule and kind. */
function grantFault({ after, grantsBack }: Refund, before: Standing): string | undefined {
  const sums = new Map<string, number>()
  const add = (grants: readonly Granted[], sign: number): void => {
    for (const grant of grants) {
      const key = `${grant.kind} of ${grant.ruleId}`
      sums.set(key, (sums.get(key) ?? 0) + sign * figure(grant))
    }
  }
  add(before.grants, 1)
  add(after.grants, -1)
  add(grantsBack, -1)
  return [...sums].find(([, sum]) => sum !== 0)?.[0]
}

/** The list price of what stays is what is left of the payment, what others bear, and what was not collected. */
function listedFault({ after }: Refund, { cart }: PaidOrder): string | undefined {
  const unit = new Map(cart.lines.map(({ lineId, unitCents }) => [lineId, unitCents]))
  const fee = new Map((cart.shipping ?? []).map(({ shopId, feeCents }) => [shopId, feeCents]))
  const goods = after.lines.reduce((sum, { lineId, unitsLeft }) => sum + (unit.get(lineId) ?? 0) * unitsLeft, 0)
  const postage = after.fees.reduce((sum, { shopId, isReturned }) => sum + (isReturned ? 0 : (fee.get(shopId) ?? 0)), 0)
  const agreed = after.lines.reduce((sum, { agreedCents }) => sum + agreedCents, 0)
  const told = after.leftCents + borneSum(after) + after.uncollectedCents + agreed
  return goods + postage === told ? undefined : `${goods + postage} stays, ${told} is accounted for`
}

function stepFault(refund: Refund, before: Standing, order: PaidOrder): string | undefined {
  const { refundCents, deductedCents, lines, fees, reversed, after } = refund
  if (!Number.isSafeInteger(refundCents) || refundCents < 0) return `a refund of ${refundCents}`
  const leaves = refundCents + deductedCents
  if (leaves !== before.leftCents - after.leftCents) return 'a refund is not what leaves the order'
  const agreed = lines.reduce((sum, { agreedCents = 0 }) => sum + agreedCents, 0)
  const parts = [...lines, ...fees].reduce((sum, p) => sum + p.paidBackCents - p.clawBackCents, agreed)
  if (parts !== leaves) return `the parts of a refund come to ${parts}, not ${leaves}`
  if (after.lines.some(({ leftCents }) => leftCents < 0)) return 'a line has less than nothing left'
  const back = reversed.reduce((sum, b) => sum + b.cents, 0)
  if (back !== borneSum(before) - borneSum(after)) return 'bearers do not get back what they no longer bear'
  return grantFault(refund, before) ?? listedFault(refund, order)
}

/** A seventh of what the goods can still give back, agreed for goods that stay; nothing where they can give nothing. */
function agreedNow({ lines }: Standing): ReturnRequest['agreed'] {
  const leftCents = lines.reduce((sum, line) => sum + line.leftCents, 0)
  return leftCents === 0 ? undefined : { cents: Math.ceil(leftCents / 7) }
}

/** Every third return comes after an agreed amount, every third keeps a fifth of its refund back. */
function withAgreements(order: PaidOrder, standing: Standing, request: ReturnRequest, i: number): ReturnRequest[] {
  const agreed = agreedNow(standing)
  if (i % 3 === 1 && agreed) return [{ lines: [], agreed }, request]
  const due = i % 3 === 2 ? takeBack(order, standing, request) : undefined
  return due?.ok ? [{ ...request, deductCents: Math.floor(due.value.refundCents / 5) }] : [request]
}

function gapIn(refund: Refund, order: PaidOrder): string | undefined {
  const gap = explainRefund(refund, order.ruleSet, 'zh').find(({ text }) => /undefined|NaN|\[object/.test(text))
  return gap && `a gap: ${gap.text}`
}

function closes(order: PaidOrder, policy: RefundPolicy, requests: readonly ReturnRequest[]): string | undefined {
  let standing = openStanding(order, policy)
  let total = 0
  for (const [i, drawn] of requests.entries())
    for (const request of withAgreements(order, standing, drawn, i)) {
      const refund = takeBack(order, standing, request)
      if (!refund.ok) return `refused: ${JSON.stringify(refund.error)}`
      const fault = stepFault(refund.value, standing, order) ?? gapIn(refund.value, order)
      if (fault) return fault
      if (policy === 'keepShares' && refund.value.lines.some(({ clawBackCents }) => clawBackCents !== 0))
        return 'kept shares claw back'
      total += refund.value.refundCents + refund.value.deductedCents
      standing = refund.value.after
    }
  if (total !== order.priced.payableCents) return `${total} of ${order.priced.payableCents} came back`
  if (standing.leftCents !== 0 || borneSum(standing) !== 0) return 'something is left of a returned order'
  return standing.grants.length > 0 ? `still granted: ${JSON.stringify(standing.grants)}` : undefined
}

/** Σ refunds = paid in any order of partial returns, under both policies, and nothing that was given stays. */
export function refundsClose(drawn: Case): string | undefined {
  const { cart, priced, ruleSet } = drawn
  const requests = drawReturns(drawn)
  for (const policy of ['keepShares', 'requalify'] as const) {
    const fault = closes({ cart, priced, ruleSet }, policy, requests)
    if (fault) return `${policy}: ${fault}`
  }
  return undefined
}
