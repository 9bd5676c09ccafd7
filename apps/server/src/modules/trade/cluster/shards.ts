import type { Id, Key } from '@zhanggui/orders'

/**
 * Where things lie. A shop is cut into a fixed number of shards; all keys of one carry one hash tag, so a shard is always whole on
 * one node and one call decides about it alone. An item lies with the item whose limits it shares, so limits need one shard.
 */
export type Shards = { shop: string; count: number }

/** Layout of keys and records: a newer one is not read. */
export const LAYOUT_VERSION = 1

/**
 * Many more shards than nodes, so that a cluster can grow by moving some; few enough that passing of time asks them all in a
 * few milliseconds. Fixed for good when a shop's first item is opened.
 */
export const SHARD_COUNT = 64

const KEY_NAMES = ['items', 'limits', 'orders', 'due', 'replies', 'homes', 'blocks', 'across', 'lapses'] as const

export const keysOf = ({ shop }: Shards, shard: number): string[] =>
  KEY_NAMES.map((name) => `{zhanggui:${shop}:${shard}}:${name}`)

export const layoutKey = ({ shop }: Shards): string => `{zhanggui:${shop}}:layout`
export const registryKey = ({ shop }: Shards): string => `{zhanggui:${shop}}:items`

/** FNV-1a; the offset and prime are those of its authors. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export const shardOfItem = (shards: Shards, item: number, limitGroup: number): number =>
  hashOf(String(limitGroup || item)) % shards.count

/** Where it is written which shard is the home of an order. */
export const shardOfId = (shards: Shards, id: string): number => hashOf(id) % shards.count

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

export const idText = (id: Id): string => id.map(hex).join('')
export const keyText = ([low, high]: Key): string => (low === 0 && high === 0 ? '' : hex(low) + hex(high))

export const idOfText = (text: string): Id => [wordAt(text, 0), wordAt(text, 1), wordAt(text, 2), wordAt(text, 3)]
export const keyOfText = (text: string): Key => (text === '' ? [0, 0] : [wordAt(text, 0), wordAt(text, 1)])

const wordAt = (text: string, word: number): number => Number.parseInt(text.slice(word * 8, word * 8 + 8), 16) | 0
