import type { ItemKind, Key, OrderState, Part, ResultCode, Terms } from '../../src/index.ts'

/**
 * The rules of admission once more, written to be read: objects, maps and plain numbers, no thought of speed. What it answers
 * is what the machine must answer, word for word; the two share types and the lot, nothing else.
 */
export type ModelItem = {
  kind: ItemKind
  closed: boolean
  terms: Terms
  parts: readonly Part[]
  free: number
  held: number
  locked: number
  sold: number
  stock: number
}

export type Column = 'free' | 'held' | 'locked' | 'sold'

export type ModelLine = {
  item: number
  quantity: number
  returned: number
  gift: boolean
  alternative: boolean
  buyerCounted: boolean
  addressCounted: boolean
}

export type ModelOrder = {
  state: Exclude<OrderState, 'none'>
  presale: boolean
  depositPaid: boolean
  buyer: Key
  address: Key
  amountCents: number
  deadline: number
  lines: ModelLine[]
}

export type ModelGate = {
  perSecond: number
  sourceLimit: number
  seed: number
  opensAt: number
  ticketSeconds: number
  issued: number
  early: number
}

export type ModelAnswer = {
  code: ResultCode
  line: number
  repeated: boolean
  giftAlternative: boolean
  giftLeftOut: boolean
  detail: number
}

/** What a rule says: a code, and where it has them the line and the detail. */
export type Verdict = Partial<ModelAnswer> & { code: ResultCode }

export const keyText = (key: Key): string => `${key[0]}/${key[1]}`
