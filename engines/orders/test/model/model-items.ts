import type { AdmissionOptions, CommandOf, Terms } from '../../src/index.ts'
import type { Books } from './model-stock.ts'
import type { Verdict } from './model-types.ts'

const STOCK_MAX = 1_000_000_000
const PART_UNITS_MAX = 1000
const HOLD_SECONDS_MAX = 30 * 86_400

function termsHold(books: Books, options: AdmissionOptions, terms: Terms, isPresale: boolean): boolean {
  if (terms.buyerLimit < 0 || terms.addressLimit < 0 || terms.version < 0) return false
  if (terms.holdSeconds < 0 || terms.holdSeconds > HOLD_SECONDS_MAX) return false
  if (terms.gate < 0 || terms.gate >= options.gates) return false
  if (terms.limitGroup !== 0 && !books.items.has(terms.limitGroup)) return false
  if (terms.closesAt !== 0 && terms.closesAt <= terms.opensAt) return false
  return isPresale ? terms.balanceUntil > terms.balanceFrom : terms.balanceUntil === 0 && terms.balanceFrom === 0
}

function partsHold(books: Books, parts: CommandOf<'openItem'>['parts']): boolean {
  if (new Set(parts.map((part) => part.item)).size !== parts.length) return false
  return parts.every(({ item, units }) => {
    const kind = books.items.get(item)?.kind
    return kind !== undefined && kind !== 'bundle' && kind !== 'presale' && units >= 1 && units <= PART_UNITS_MAX
  })
}

export function modelOpen(books: Books, options: AdmissionOptions, command: CommandOf<'openItem'>): Verdict {
  const { item, itemKind, stock, terms, parts } = command
  if (item <= 0 || item >= options.items) return { code: 'item_unknown' }
  if (books.items.has(item)) return { code: 'item_exists' }
  if (stock < 0 || stock > STOCK_MAX) return { code: 'quantity_invalid' }
  const isBundle = itemKind === 'bundle'
  if (isBundle !== parts.length > 0 || (isBundle && stock !== 0)) return { code: 'terms_invalid' }
  if (!termsHold(books, options, terms, itemKind === 'presale') || !partsHold(books, parts))
    return { code: 'terms_invalid' }
  books.items.set(item, {
    kind: itemKind,
    closed: false,
    terms,
    parts,
    free: stock,
    held: 0,
    locked: 0,
    sold: 0,
    stock,
  })
  return { code: 'accepted' }
}

export function modelChange(books: Books, options: AdmissionOptions, command: CommandOf<'changeTerms'>): Verdict {
  const item = books.items.get(command.item)
  if (!item) return { code: 'item_unknown' }
  const sameGroup = item.terms.limitGroup === command.terms.limitGroup
  if (!sameGroup || !termsHold(books, options, command.terms, item.kind === 'presale')) return { code: 'terms_invalid' }
  item.terms = command.terms
  item.closed = command.closed
  return { code: 'accepted' }
}

export function modelAdjust(books: Books, { item: number, delta }: CommandOf<'adjustStock'>): Verdict {
  const item = books.items.get(number)
  if (!item) return { code: 'item_unknown' }
  if (delta === 0 || item.stock + delta > STOCK_MAX) return { code: 'quantity_invalid' }
  if (item.kind === 'bundle') return { code: 'terms_invalid' }
  if (item.free + delta < 0) return { code: 'stock_below_zero', detail: item.free }
  item.free += delta
  item.stock += delta
  return { code: 'accepted' }
}
