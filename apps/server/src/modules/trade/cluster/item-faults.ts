import { BOUNDS, type CommandOf, type ItemKind, type ResultCode, type Terms } from '@zhanggui/orders'
import type { ItemRegistry } from './item-registry.ts'

/** As in the core: how many units of a part may be in a set, and the longest hold. */
const PART_UNITS_MAX = 1000
const HOLD_SECONDS_MAX = 30 * 86_400

/**
 * Do terms hold for an item of this kind? After `learn` of the group. Beyond the core: no gate, as tickets are the business of the
 * one core; and no group of a group, as the limits of an item lie on its own shard.
 */
export function termsHold(registry: ItemRegistry, kind: ItemKind, terms: Terms): boolean {
  const { buyerLimit, addressLimit, version, holdSeconds, gate, limitGroup } = terms
  if (Math.min(buyerLimit, addressLimit, version, holdSeconds) < 0 || holdSeconds > HOLD_SECONDS_MAX) return false
  const group = limitGroup === 0 ? undefined : registry.shapeOf(limitGroup)
  if (gate !== 0 || (limitGroup !== 0 && group?.limitGroup !== 0)) return false
  if (terms.closesAt !== 0 && terms.closesAt <= terms.opensAt) return false
  return kind === 'presale'
    ? terms.balanceUntil > terms.balanceFrom
    : terms.balanceUntil === 0 && terms.balanceFrom === 0
}

function partsHold(registry: ItemRegistry, { parts }: CommandOf<'openItem'>): boolean {
  if (new Set(parts.map(({ item }) => item)).size !== parts.length) return false
  return parts.every(({ item, units }) => {
    const kind = registry.shapeOf(item)?.kind
    return kind !== undefined && kind !== 'bundle' && kind !== 'presale' && units >= 1 && units <= PART_UNITS_MAX
  })
}

/** What is wrong with opening an item that is not open yet; `undefined`: nothing. After `learn` of its group and parts. */
export function openFault(registry: ItemRegistry, command: CommandOf<'openItem'>): ResultCode | undefined {
  const { stock, parts, itemKind, terms } = command
  if (stock < 0 || stock > BOUNDS.stockMax) return 'quantity_invalid'
  const isBundle = itemKind === 'bundle'
  if (isBundle !== parts.length > 0 || (isBundle && stock !== 0)) return 'terms_invalid'
  return termsHold(registry, itemKind, terms) && partsHold(registry, command) ? undefined : 'terms_invalid'
}
