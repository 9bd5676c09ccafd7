import { isCents } from '@zhanggui/kernel'
import type { RefundProblem, ReturnRequest } from './paid-order.ts'
import type { Standing } from './standing.ts'

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n > 0

function checkLines({ lines }: ReturnRequest, standing: Standing): RefundProblem[] {
  const seen = new Set<string>()
  return lines.flatMap(({ lineId, units }): RefundProblem[] => {
    const line = standing.lines.find((l) => l.lineId === lineId)
    if (!line) return [{ code: 'unknown_line', lineId }]
    if (seen.has(lineId)) return [{ code: 'line_returned_twice', lineId }]
    seen.add(lineId)
    if (!isCount(units)) return [{ code: 'bad_units', lineId, units }]
    if (units > line.unitsLeft) return [{ code: 'more_than_left', lineId, units, unitsLeft: line.unitsLeft }]
    return []
  })
}

function checkPostage({ postageOf = [] }: ReturnRequest, standing: Standing): RefundProblem[] {
  const seen = new Set<string>()
  return postageOf.flatMap((shopId): RefundProblem[] => {
    const fee = standing.fees.find((f) => f.shopId === shopId)
    if (!fee) return [{ code: 'unknown_postage', shopId }]
    const isTwice = fee.isReturned || seen.has(shopId)
    seen.add(shopId)
    return isTwice ? [{ code: 'postage_returned', shopId }] : []
  })
}

function checkGifts({ keepsGifts = [] }: ReturnRequest): RefundProblem[] {
  return keepsGifts.flatMap(({ skuId, units, unitCents }): RefundProblem[] => {
    if (!isCount(units)) return [{ code: 'bad_gift_units', skuId, units }]
    if (!isCents(unitCents) || unitCents < 0) return [{ code: 'bad_gift_value', skuId, unitCents }]
    return []
  })
}

function checkAgreed({ agreed, deductCents = 0 }: ReturnRequest, standing: Standing): RefundProblem[] {
  const problems: RefundProblem[] = []
  if (!isCents(deductCents) || deductCents < 0) problems.push({ code: 'bad_deduction', cents: deductCents })
  if (!agreed) return problems
  if (!isCents(agreed.cents) || agreed.cents <= 0) problems.push({ code: 'bad_agreed_amount', cents: agreed.cents })
  const known = new Set(standing.lines.map(({ lineId }) => lineId))
  for (const lineId of agreed.lineIds ?? []) if (!known.has(lineId)) problems.push({ code: 'unknown_line', lineId })
  return problems
}

/** Everything that keeps a request from being carried out; nothing is given back while anything is listed. */
export function checkRequest(request: ReturnRequest, standing: Standing): RefundProblem[] {
  const { lines, postageOf = [], agreed } = request
  if (lines.length === 0 && postageOf.length === 0 && !agreed) return [{ code: 'nothing_returned' }]
  return [
    ...checkLines(request, standing),
    ...checkPostage(request, standing),
    ...checkGifts(request),
    ...checkAgreed(request, standing),
  ]
}
