import type { CommandOf } from '@zhanggui/orders'
import { openFault, termsHold } from './item-faults.ts'
import { headOf } from './request.ts'
import type { ClusterParts } from './reserve.ts'
import type { ShardAnswer } from './shard-port.ts'
import { keyText } from './shards.ts'

const NUMBERS_MAX = 1 << 24

const isNumber = (item: number): boolean => item > 0 && item < NUMBERS_MAX

/** Opens an item on the shard of its limits. Its shape is announced before, so that all servers look for it at the same place. */
export async function openItem(parts: ClusterParts, command: CommandOf<'openItem'>): Promise<ShardAnswer> {
  const { registry, port, times } = parts
  const { item, itemKind, stock, terms } = command
  const request = { ...headOf(command, times), item, kind: itemKind, stock, terms }
  if (!isNumber(item))
    return port.call('open_item', registry.shardOf(item), { ...request, faultBefore: 'item_unknown' })
  await registry.learn([item, terms.limitGroup, ...command.parts.map((part) => part.item)])
  const fault = openFault(registry, command)
  const first = fault === undefined && (await registry.announce(command))
  const answer = await port.call('open_item', registry.shardOf(item), { ...request, fault })
  if (first && answer.code !== 'accepted') await registry.withdraw(item)
  return answer
}

export async function changeTerms(parts: ClusterParts, command: CommandOf<'changeTerms'>): Promise<ShardAnswer> {
  const { registry, port, times } = parts
  const { item, closed, terms } = command
  await registry.learn([item, terms.limitGroup])
  const shape = registry.shapeOf(item)
  const holds = shape && shape.limitGroup === terms.limitGroup && termsHold(registry, shape.kind, terms)
  const fault = holds ? undefined : 'terms_invalid'
  return port.call('change_terms', registry.shardOf(item), { ...headOf(command, times), item, closed, terms, fault })
}

export async function adjustStock(parts: ClusterParts, command: CommandOf<'adjustStock'>): Promise<ShardAnswer> {
  const { registry, port, times } = parts
  await registry.learn([command.item])
  const { item, delta } = command
  return port.call('adjust_stock', registry.shardOf(item), { ...headOf(command, times), item, delta })
}

/** Every shard keeps all blocked keys: they are few, and an order is judged at its home alone. */
export async function blockKey(parts: ClusterParts, command: CommandOf<'block'>): Promise<ShardAnswer> {
  const { port, shards, times } = parts
  const { key, untilSeconds } = command
  const request = { ...headOf(command, times), key: keyText(key), untilSeconds }
  const answers = await Promise.all(
    Array.from({ length: shards.count }, (_, shard) => port.call('block', shard, request)),
  )
  return answers.find(({ code }) => code !== 'accepted') ?? answers[0] ?? { code: 'accepted' }
}
