import type { CommandOf } from '@zhanggui/orders'
import { headOf, TRIAL_MS } from './request.ts'
import { type ClusterParts, tryElsewhere } from './reserve.ts'
import { settleParts } from './settle.ts'
import type { FunctionName, ShardAnswer } from './shard-port.ts'
import { idText, shardOfId } from './shards.ts'

type OnOrder = CommandOf<'pay'> | CommandOf<'payDeposit'> | CommandOf<'release'>

const FUNCTION_OF = {
  pay: 'pay',
  payDeposit: 'pay_deposit',
  release: 'release',
} as const satisfies { [kind in OnOrder['kind']]: FunctionName }

function requestOf({ times }: ClusterParts, command: OnOrder | CommandOf<'returnGoods'>) {
  const { id: _id, issuedAt: _issuedAt, kind: _kind, order, ...body } = command
  return { ...body, ...headOf(command, times), order: idText(order), trialMs: TRIAL_MS }
}

/** Where the order has its home, or the answer that there is none. */
const findHome = ({ port, shards }: ClusterParts, request: { order: string }): Promise<ShardAnswer> =>
  port.call('find', shardOfId(shards, request.order), request)

/** Money for a hold that has lapsed, of an order over several shards: the others are asked for their units again. */
const takeAgain = (parts: ClusterParts, home: number, order: string, trying: ShardAnswer): Promise<ShardAnswer> =>
  tryElsewhere(parts, home, trying, { ...trying.who, id: order, again: true, trialMs: TRIAL_MS })

/** A payment, a deposit or a cancellation: the home decides, the other shards follow. */
export async function onOrder(parts: ClusterParts, command: OnOrder): Promise<ShardAnswer> {
  const request = requestOf(parts, command)
  const found = await findHome(parts, request)
  if (found.home === undefined) return found
  const answer = await parts.port.call(FUNCTION_OF[command.kind], found.home, request)
  if (answer.code === 'trying') return takeAgain(parts, found.home, request.order, answer)
  await settleParts(parts.port, request.order, answer)
  return answer
}

/** The shards that hold something of an item, the one that counts it first. */
function shardsOf({ registry }: ClusterParts, item: number): [number, ...number[]] {
  const first = registry.shardOf(item)
  const others = registry.shapeOf(item)?.parts.map((part) => registry.shardOf(part.item)) ?? []
  return [first, ...new Set(others.filter((shard) => shard !== first))]
}

/**
 * Goods come back. The home knows whether they were paid, the item's own shard how many are still out, the shards of a bundle's
 * parts follow. Where a server dies in between, the repeat of the same request brings the rest home.
 */
export async function returnGoods(parts: ClusterParts, command: CommandOf<'returnGoods'>): Promise<ShardAnswer> {
  const { port, registry } = parts
  const request = requestOf(parts, command)
  const found = await findHome(parts, request)
  if (found.home === undefined) return found
  await registry.learn([command.item])
  const [at, ...others] = shardsOf(parts, command.item)
  if (at === found.home && others.length === 0) return port.call('return', at, request)
  const home = await port.call('may_return', found.home, request)
  if (home.repeated || home.code !== 'accepted') return home
  const elsewhere = [at, ...others].map((shard) => ({ shard, lines: [] }))
  await settleParts(port, request.order, { ...home, elsewhere })
  const answer = await port.call('return_at', at, request)
  if (answer.code !== 'accepted') return answer
  const followed = await Promise.all(others.map((shard) => port.call('return_part', shard, request)))
  return followed.find(({ code }) => code !== 'accepted') ?? answer
}
