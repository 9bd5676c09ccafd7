import { type Basket, defineMechanic, type Grant, type ParamProblem, type Verdict } from './mechanic.ts'
import { amount, instant, onlyFields, paramProblem } from './params.ts'

/**
 * Presale (预售): a deposit (定金) of which each unit counts as more than it is (定金膨胀), and a balance (尾款) in a window of its own.
 * While deposits are taken (before `depositUntil`) anybody may join; afterwards the ticket says for how many units one was paid.
 * At the level of items the gain lowers what thresholds are held against; at the level of subsidies, the default, it does not.
 */
export type Presale = {
  depositCents: number
  countsAsCents: number
  depositUntil: string
  balanceFrom: string
  balanceUntil: string
}

function checkOrder({ depositCents, countsAsCents, ...when }: Presale): ParamProblem[] {
  const problems: ParamProblem[] = []
  if (countsAsCents < depositCents)
    problems.push(
      ...paramProblem(
        'countsAsCents',
        'counts_below_deposit',
        '抵扣额不能低于定金',
        'a deposit cannot count as less than it is',
      ),
    )
  const [end, from, until] = [when.depositUntil, when.balanceFrom, when.balanceUntil].map((at) => Date.parse(at))
  if (end !== undefined && from !== undefined && until !== undefined && (end > from || from >= until))
    problems.push(
      ...paramProblem(
        'balanceFrom',
        'bad_window',
        '尾款要在定金结束后开始，并晚于开始时间结束',
        'balances start after deposits end, and end later',
      ),
    )
  return problems
}

/** Units of each line in the presale: all while deposits are taken, later those of the ticket, in the order of the lines. */
function unitsInPresale({ lines, ticket, atMs }: Basket, depositUntil: string): number[] {
  let left = atMs < Date.parse(depositUntil) ? Number.MAX_SAFE_INTEGER : (ticket?.units ?? 0)
  return lines.map(({ quantity }) => {
    const units = Math.min(left, quantity)
    left -= units
    return units
  })
}

/** The gain of each line, and the deposit that it must go on paying: what was paid before cannot be given away by later offers. */
function applyPresale(params: Presale, basket: Basket): Verdict {
  const { depositCents, countsAsCents, balanceFrom, balanceUntil } = params
  if (basket.atMs >= Date.parse(balanceUntil)) return { hit: false, reason: 'ended' }
  const units = unitsInPresale(basket, params.depositUntil)
  if (units.every((few) => few === 0)) return { hit: false, reason: 'no_ticket' }
  const grants: Grant[] = []
  const keeps: number[] = []
  const offByLine = basket.lines.map(({ lineId }, i) => {
    const few = units[i] as number
    const deposit = Math.min(depositCents * few, basket.remainingCents[i] as number)
    const gain = Math.min((countsAsCents - depositCents) * few, (basket.remainingCents[i] as number) - deposit)
    keeps.push(deposit)
    const counts = deposit + gain
    if (few > 0)
      grants.push({ kind: 'deposit', lineId, depositCents: deposit, countsAsCents: counts, balanceFrom, balanceUntil })
    return gain
  })
  return { hit: true, offByLine, keeps, grants }
}

export const presale = defineMechanic<Presale>({
  mechanic: 'presale',
  zh: '预售定金膨胀',
  en: 'Presale with a growing deposit',
  level: 'subsidy',
  example: {
    depositCents: 5000,
    countsAsCents: 10_000,
    depositUntil: '2026-10-31T12:00:00.000Z',
    balanceFrom: '2026-10-31T12:00:00.000Z',
    balanceUntil: '2026-11-12T16:00:00.000Z',
  },
  check(params) {
    const problems = [
      ...onlyFields(params, ['depositCents', 'countsAsCents', 'depositUntil', 'balanceFrom', 'balanceUntil']),
      ...amount(params, 'depositCents'),
      ...amount(params, 'countsAsCents'),
      ...instant(params, 'depositUntil'),
      ...instant(params, 'balanceFrom'),
      ...instant(params, 'balanceUntil'),
    ]
    return problems.length > 0 ? problems : checkOrder(params as Presale)
  },
  apply: applyPresale,
})
