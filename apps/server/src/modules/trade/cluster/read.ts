import type { Id, ItemKind, ItemStock, OrderState, OrderView } from '@zhanggui/orders'
import type { ClusterParts } from './reserve.ts'
import { listOf, type ShardLine, type ShardLines } from './shard-port.ts'
import { idText, keyOfText, shardOfId } from './shards.ts'

type ItemOnShard = { code: string; kind: ItemKind; closed: boolean; version: number } & Pick<
  ItemStock,
  'free' | 'held' | 'locked' | 'sold' | 'stock'
>

type LineOnShard = ShardLine & { returned?: number }

type OrderOnShard = {
  state: Exclude<OrderState, 'none'> | 'none'
  home?: number
  buyer: string
  address: string
  amount: number
  deadline: number
  presale: boolean
  depositPaid: boolean
  lines: LineOnShard[]
  elsewhere?: readonly ShardLines[]
}

const readOne = ({ port, registry }: ClusterParts, item: number): Promise<ItemOnShard> =>
  port.call<ItemOnShard>('read_item', registry.shardOf(item), { item })

/** Stock of an item by state; a bundle has so many free sets as its scarcest part allows. */
export async function readItemOnShards(parts: ClusterParts, item: number): Promise<ItemStock | undefined> {
  await parts.registry.learn([item])
  const { code, ...found } = await readOne(parts, item)
  if (code !== 'accepted') return undefined
  const shape = parts.registry.shapeOf(item)
  if (found.kind !== 'bundle' || !shape) return { item, ...found }
  const sets = await Promise.all(
    shape.parts.map(async (part) => Math.floor((await readOne(parts, part.item)).free / part.units)),
  )
  return { item, ...found, free: Math.min(...sets) }
}

/** As the shard has them; where it has given them back, as the home knows that they were. */
async function linesElsewhere(
  { port }: ClusterParts,
  { shard, lines }: ShardLines,
  order: string,
): Promise<readonly LineOnShard[]> {
  const found = await port.call<{ order?: OrderOnShard }>('read_order', shard, { order })
  return listOf(found.order?.lines ?? lines)
}

/** An order, its lines put together from all shards that have some. `undefined`: none of this id, or past its retention. */
export async function readOrderOnShards(parts: ClusterParts, id: Id): Promise<OrderView | undefined> {
  const order = idText(id)
  const { home } = await parts.port.call<{ home: number }>('read_order', shardOfId(parts.shards, order), { order })
  if (home < 0) return undefined
  const { order: found } = await parts.port.call<{ order?: OrderOnShard }>('read_order', home, { order })
  if (!found || found.state === 'none') return undefined
  const others = await Promise.all((found.elsewhere ?? []).map((there) => linesElsewhere(parts, there, order)))
  const lines = [...listOf(found.lines), ...others.flat()].filter((line) => line.part === undefined)
  return {
    id,
    state: found.state,
    presale: found.presale,
    depositPaid: found.depositPaid,
    buyer: keyOfText(found.buyer),
    address: keyOfText(found.address),
    amountCents: found.amount,
    deadline: found.deadline,
    lines: lines
      .toSorted((a, b) => a.n - b.n)
      .map(({ item, quantity, returned = 0, gift, alternative }) => ({
        item,
        quantity,
        returned,
        gift: gift === true,
        alternative: alternative === true,
      })),
  }
}
