import type { Cart, CartLine } from '../cart/cart.ts'
import { percentOf } from '../mechanics/percent-of.ts'
import { findMechanic } from '../mechanics/registry.ts'
import type { Rule } from '../rules/rule.ts'
import type { FactOf, Words } from './fact.ts'
import { yuan } from './yuan.ts'

type Figures = Pick<FactOf<'cut'>, 'beforeCents' | 'cents' | 'quantity'>
type Asked = { rule: Rule; line: CartLine; cart: Cart }
/** What a unit pays under a mechanic that paid so much before; undefined where the unit alone does not decide it. */
type UnitPrice = (unitCents: number, asked: Asked) => number | undefined

const param = ({ rule }: Asked, field: string): number | undefined => {
  const value = rule.params[field]
  return typeof value === 'number' ? value : undefined
}
const rows = ({ rule }: Asked, field: string): readonly Readonly<Record<string, unknown>>[] => {
  const value = rule.params[field]
  return Array.isArray(value) ? value : []
}
const ticketPrice = ({ cart, rule }: Asked): number | undefined =>
  cart.tickets?.find(({ ruleId }) => ruleId === rule.ruleId)?.unitCents

const shareOrPrice = (unit: number, row: Readonly<Record<string, unknown>> | undefined): number | undefined => {
  if (typeof row?.payBp === 'number') return percentOf(unit, row.payBp)
  return typeof row?.priceCents === 'number' ? row.priceCents : undefined
}

/** Mechanics whose price of one unit can be told. Every other one is told by the general sentence: before − cut = after. */
const UNIT_PRICES: Readonly<Record<string, UnitPrice>> = {
  percentOff: (unit, asked) => shareOrPrice(unit, asked.rule.params),
  directCut: (unit, asked) => unit - (param(asked, 'cutCents') ?? 0),
  fixedPrice: (unit, asked) =>
    shareOrPrice(unit, rows(asked, 'prices').find(({ skuId }) => skuId === asked.line.skuId) ?? asked.rule.params),
  memberPrice: (unit, asked) =>
    shareOrPrice(
      unit,
      rows(asked, 'tiers').findLast(({ tier }) => Number(tier) <= (asked.cart.buyer?.tier ?? 0)),
    ),
  groupPrice: (_, asked) => ticketPrice(asked) ?? param(asked, 'priceCents'),
  bargainPrice: (_, asked) => Math.max(ticketPrice(asked) ?? 0, param(asked, 'lowestCents') ?? 0),
  blindBox: (_, asked) => param(asked, 'priceCents'),
}

/** `units` of the line went from one price to the other; all of them, or as many as the rule allows. */
function sayUnits(mechanic: Words, from: number, to: number, units: number, quantity: number): Words {
  const step = `${yuan(from)} → ${yuan(to)}`
  if (quantity === 1) return { zh: `${mechanic.zh} ${step}`, en: `${mechanic.en} ${step}` }
  const few = units < quantity
  return {
    zh: `${mechanic.zh}每件 ${step}，${few ? `限 ${units} 件` : `${units} 件`}`,
    en: `${mechanic.en} ${step} a unit, ${units}${few ? ' only' : ''}`,
  }
}

/**
 * The mechanic's own words for what it took off a line. Undefined where its price of a unit does not come to the very cut, because
 * of a floor, a cap or a fen of rounding: what is said is true, or it is not said.
 */
export function lineDetail(asked: Asked, { beforeCents, cents, quantity }: Figures): Words | undefined {
  const from = beforeCents / quantity
  const mechanic = findMechanic(asked.rule.mechanic)
  const to = Number.isInteger(from) ? UNIT_PRICES[asked.rule.mechanic]?.(from, asked) : undefined
  if (!mechanic || to === undefined || to >= from || to < 0) return undefined
  const units = cents / (from - to)
  if (!Number.isInteger(units) || units > quantity) return undefined
  return sayUnits(mechanic, from, to, units, quantity)
}
