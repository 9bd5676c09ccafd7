import type { LeverType, PutLever } from '@zhanggui/contract'
import { type FieldValue, kindOf } from './field-kind.ts'

type Fields = PutLever['fields']
/** What the form holds: money in yuan, shares in percent. */
export type TypedFields = Record<string, string | number | boolean | null>

/** What a new lever of a type begins with, so that nobody has to know the fields by heart. */
export const TEMPLATES: Record<LeverType, Fields> = {
  slot: { item: '', stock: 0, substitutes: '' },
  exposure: { weight: 5000, base: 5000, pace: 1 },
  channel: { state: 'on', bidCents: 100, leastBidCents: 50, mostBidCents: 300, marginalRoi: 2, roi: 2 },
  carrier: { state: 'backup', health: 1, costCents: 450 },
  payment: { state: 'backup', health: 1, costCents: 60 },
  site: { state: 'backup', health: 1, costCents: 0 },
  fission: { coefficient: 10_000, costCents: 2000, budgetLeftCents: 1_000_000 },
  price: { listCents: 9900, cents: 9900, floorCents: 7900, step: 0, steppedAt: null, slow: false, rigid: false },
  reserve: { reserveCents: 1_000_000, releasedCents: 0 },
}

/** How many of what is stored make one of what is typed. */
const SCALES: Partial<Record<string, number>> = { money: 100, percent: 100, share: 0.01 }

const typedOf = (field: string, value: FieldValue): FieldValue => {
  const scale = SCALES[kindOf(field, value)]
  return typeof value === 'number' && scale !== undefined ? Number((value / scale).toFixed(4)) : value
}

const storedOf = (field: string, before: FieldValue, typed: FieldValue): FieldValue => {
  const kind = kindOf(field, before)
  if (typeof typed !== 'number') return typed
  const stored = typed * (SCALES[kind] ?? 1)
  return kind === 'share' ? Number(stored.toFixed(6)) : kind === 'number' ? stored : Math.round(stored)
}

/** The fields as a person types them. */
export const typedFields = (fields: Fields): TypedFields =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, typedOf(field, value)]))

/** The fields as the lever holds them; what the form does not show stays as it was. */
export const storedFields = (before: Fields, typed: TypedFields): Fields =>
  Object.fromEntries(
    Object.entries(before).map(([field, value]) => [
      field,
      field in typed ? storedOf(field, value, typed[field] ?? null) : value,
    ]),
  )
