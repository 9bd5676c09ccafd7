import type { CommandOf, ReserveLine } from '@zhanggui/orders'
import type { ItemRegistry } from './item-registry.ts'
import type { ShardLine, ShardLines } from './shard-port.ts'

/** What is given for a gift line: itself, its alternative, nothing, or itself because nothing else is left to try. */
export type GiftStage = 'gift' | 'alternative' | 'nothing' | 'last'

export type SplitOrder = { home: number; byShard: readonly ShardLines[] }

function linesOf(registry: ItemRegistry, line: ReserveLine, n: number, stage: GiftStage): ShardLine[] {
  if (stage === 'nothing') return []
  const item = stage === 'alternative' && line.gift ? line.gift.alternative : line.item
  const shape = registry.shapeOf(item)
  const whole: ShardLine = {
    n,
    item,
    group: shape?.limitGroup || item,
    quantity: line.quantity,
    units: shape?.kind === 'bundle' ? 0 : 1,
    // An alternative was never priced: it is given whatever version is in force.
    version: stage === 'alternative' ? 0 : line.version,
    ...(line.gift && { gift: true, soft: stage !== 'last' }),
    ...(stage === 'alternative' && { alternative: true }),
  }
  const parts = (shape?.parts ?? []).map((part) => {
    const group = registry.shapeOf(part.item)?.limitGroup || part.item
    return { ...whole, item: part.item, group, units: part.units, part: item }
  })
  // Parts first: whether there are enough comes before who may have them.
  return [...parts, whole]
}

/** Home is where the hold ends and money is judged: the shard of the presale there is, else of the first line. */
function homeOf(registry: ItemRegistry, { lines }: CommandOf<'reserve'>): number {
  const presale = lines.findLast(({ item }) => registry.shapeOf(item)?.kind === 'presale')
  return registry.shardOf((presale ?? lines[0])?.item ?? 0)
}

/** The lines of an order by the shard that has their items, the home among them. After `learn` of all of them. */
export function splitLines(
  registry: ItemRegistry,
  command: CommandOf<'reserve'>,
  stages: readonly GiftStage[],
): SplitOrder {
  const byShard = new Map<number, ShardLine[]>()
  const home = homeOf(registry, command)
  byShard.set(home, [])
  for (const [n, line] of command.lines.entries())
    for (const part of linesOf(registry, line, n, stages[n] ?? 'gift')) {
      const shard = registry.shardOf(part.item)
      byShard.set(shard, [...(byShard.get(shard) ?? []), part])
    }
  return { home, byShard: [...byShard].map(([shard, lines]) => ({ shard, lines })) }
}
