import type { ResultCode } from '@zhanggui/orders'

/** What a function of the library answers; beside the code each has what its callers need. */
export type ShardAnswer = {
  code: ResultCode | 'trying'
  line?: number
  detail?: number
  flags?: number
  repeated?: boolean
  /** How early in the order of checks a fault was found; nothing for stock and limits, which come last. */
  phase?: number
  /** The line is a present that may be replaced. */
  soft?: boolean
  fault?: ShardAnswer
  home?: number
  /** Where the home stands, for its parts. */
  state?: string
  attempt?: number
  deadline?: number
  elsewhere?: readonly ShardLines[]
  /** What other shards have to know of an order that is tried again. */
  who?: { buyer: string; address: string; orderRetentionMs: number }
}

/** A line as a shard holds it; see `lua/lines.lua`. */
export type ShardLine = {
  /** Which line of the order, from 0. */
  n: number
  item: number
  group: number
  quantity: number
  units: number
  version: number
  gift?: boolean
  soft?: boolean
  alternative?: boolean
  /** The bundle that this is a part of. */
  part?: number
}

export type ShardLines = { shard: number; lines: readonly ShardLine[] }

export type FunctionName =
  | 'open_item'
  | 'change_terms'
  | 'adjust_stock'
  | 'block'
  | 'reserve'
  | 'try_reserve'
  | 'try_part'
  | 'commit'
  | 'refuse'
  | 'standing'
  | 'settle'
  | 'followed'
  | 'pay'
  | 'pay_deposit'
  | 'release'
  | 'return'
  | 'return_part'
  | 'return_at'
  | 'may_return'
  | 'claim'
  | 'find'
  | 'pass'
  | 'read_item'
  | 'read_order'
  | 'count_orders'

/** Lua has one kind of table: an empty list comes as an empty object. */
export const listOf = <T>(list: readonly T[]): readonly T[] => (Array.isArray(list) ? list : [])

/** Calls a function on a shard. Errors: throws what the connection throws; see `codeOfError`. */
export type ShardPort = {
  call<A = ShardAnswer>(name: FunctionName, shard: number, request: object): Promise<A>
}

/** What Redis says while a node is away, starting or changing its part; everything else that it refuses is a fault of ours. */
const PASSING = /^(OOM|CLUSTERDOWN|MOVED|ASK|TRYAGAIN|LOADING|READONLY|MASTERDOWN|NOREPLICAS|MISCONF|BUSY|UNBLOCKED)\b/

/**
 * What a client is told when a shard could not be asked. Memory used up refuses before anything is done; for everything else
 * nobody knows whether it was done, and a repeat under the same id finds out. Errors: throws on what is a fault of the program.
 */
export function codeOfError(error: unknown): ResultCode {
  const isReply = error instanceof Error && error.name === 'ReplyError'
  if (isReply && !PASSING.test(error.message)) throw error
  return isReply && error.message.startsWith('OOM') ? 'core_full' : 'busy'
}
