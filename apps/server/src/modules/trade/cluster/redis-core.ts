import type { Clock } from '@zhanggui/kernel'
import {
  ANSWER_FLAG,
  type Answer,
  type Command,
  checkFrame,
  encodeFrame,
  RESULT,
  type ResultCode,
  resultCodeOf,
} from '@zhanggui/orders'
import { ApiFailure } from '../../../http/api-failure.ts'
import { CoreMeter } from '../core/core-meter.ts'
import type { TradeCore } from '../core/trade-core.ts'
import { connectRedis } from './connect.ts'
import { redisFigures } from './figures.ts'
import { adjustStock, blockKey, changeTerms, openItem } from './item-commands.ts'
import { ItemRegistry } from './item-registry.ts'
import { LapseFollower } from './lapse-follower.ts'
import { onOrder, returnGoods } from './order-commands.ts'
import { prepareShop, warnOfLoss } from './prepare-shop.ts'
import { readItemOnShards, readOrderOnShards } from './read.ts'
import { createRedisPort } from './redis-port.ts'
import { notingPort, Replication } from './replicated.ts'
import type { ClusterTimes } from './request.ts'
import { type ClusterParts, reserveOnShards } from './reserve.ts'
import { codeOfError, type ShardAnswer } from './shard-port.ts'

export type RedisCoreOptions = {
  urls: readonly string[]
  /** Keys of different shops never meet. */
  shop: string
  times: ClusterTimes
  /** An answer goes out when so many replicas have it too; 0: when the master has decided. */
  replicas: number
  clock: Clock
  /** What whoever runs it should know, Chinese and English. */
  onTrouble?: (message: string) => void
  /** UTC ms in place of the servers' own clocks, for tests alone; then time passes by `passTime` and not by itself. */
  now?: () => number
}

export type RedisCore = TradeCore & {
  /** Lets time pass on every shard now. */
  passTime(): Promise<void>
}

const answerOf = ({ code, line = 0, detail = 0, flags = 0, repeated = false }: ShardAnswer): Answer => ({
  // What could not be brought to an end in time may be tried again.
  code: code === 'trying' ? 'busy' : code,
  line,
  detail,
  repeated,
  giftAlternative: (flags & ANSWER_FLAG.giftAlternative) !== 0,
  giftLeftOut: (flags & ANSWER_FLAG.giftLeftOut) !== 0,
})

const failed = (code: ResultCode): Answer => answerOf({ code })

/** As the meter reads answers. */
const wordsOf = (answers: readonly Answer[]): Int32Array =>
  Int32Array.from(answers.flatMap(({ code }) => [RESULT[code], 0]))

/** Tickets and scorecards are the one core's: nothing here would keep them. */
function run(parts: ClusterParts, command: Command): Promise<ShardAnswer> {
  switch (command.kind) {
    case 'openItem':
      return openItem(parts, command)
    case 'changeTerms':
      return changeTerms(parts, command)
    case 'adjustStock':
      return adjustStock(parts, command)
    case 'reserve':
      return reserveOnShards(parts, command)
    case 'returnGoods':
      return returnGoods(parts, command)
    case 'block':
      return blockKey(parts, command)
    case 'pay':
    case 'payDeposit':
    case 'release':
      return onOrder(parts, command)
    case 'openGate':
    case 'enterGate':
    case 'setScorecard':
      return Promise.resolve({ code: 'kind_unknown' })
  }
}

type Decided = { answer: Answer; asked: ReadonlySet<number> }

async function decide(parts: ClusterParts, command: Command): Promise<Decided> {
  const port = notingPort(parts.port)
  const check = checkFrame(encodeFrame([command]))
  if (!check.ok) return { answer: failed(resultCodeOf(check.code) ?? 'command_malformed'), asked: port.asked }
  try {
    return { answer: answerOf(await run({ ...parts, port }, command)), asked: port.asked }
  } catch (error) {
    return { answer: failed(codeOfError(error)), asked: port.asked }
  }
}

/** What clients do to orders. All else is about items and rare. */
const CROWDED: ReadonlySet<Command['kind']> = new Set(['reserve', 'pay', 'payDeposit', 'release'])

/** Commands of one kind in a row go out together; those of the next kind may be about them, so they wait. */
function runsOf(commands: readonly Command[]): Command[][] {
  const runs: Command[][] = []
  for (const command of commands) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === command.kind && CROWDED.has(command.kind)) last.push(command)
    else runs.push([command])
  }
  return runs
}

/**
 * The admission rules on Redis or Redis Cluster, for shops that one machine cannot serve. Differences from the one core, and what
 * it keeps when a node is lost: docs/order-core.md, "On Redis Cluster".
 * Errors: rejects with `ApiFailure` `trade_redis_unfit`, `trade_redis_newer`, or as the connection says.
 */
export async function openRedisCore(options: RedisCoreOptions): Promise<RedisCore> {
  const connection = connectRedis(options.urls)
  const shards = await prepareShop(connection, options.shop).catch((cause) => {
    connection.close()
    throw cause
  })
  if (options.replicas === 0) await warnOfLoss(connection, options.onTrouble)
  const port = createRedisPort(connection, shards, options.now)
  const registry = new ItemRegistry(connection.redis, shards)
  const parts: ClusterParts = { port, registry, shards, times: options.times }
  const meter = new CoreMeter(performance.now())
  const replication = new Replication(connection, shards, options.replicas)
  const follower = new LapseFollower(port, shards)
  let queued = 0
  let isClosed = false
  if (!options.now) follower.start()

  async function submit(commands: readonly Command[]): Promise<readonly Answer[]> {
    if (isClosed) throw new ApiFailure('trade_stopped')
    const since = performance.now()
    queued += commands.length
    const decided: Decided[] = []
    for (const one of runsOf(commands))
      decided.push(...(await Promise.all(one.map((command) => decide(parts, command)))))
    const kept = await replication.kept(new Set(decided.flatMap(({ asked }) => [...asked])))
    const told = decided.map(({ answer, asked }) =>
      [...asked].every((shard) => kept.has(shard)) ? answer : failed('busy'),
    )
    queued -= commands.length
    meter.note(wordsOf(told), { since, now: performance.now() })
    return told
  }

  return {
    submit,
    readItem: (item) => readItemOnShards(parts, item),
    readOrder: (id) => readOrderOnShards(parts, id),
    onLapse: (listener) => follower.listen(listener),
    passTime: () => follower.passAll(),
    figures: () => redisFigures(parts, meter, { now: options.clock.now(), queued }),
    async close() {
      isClosed = true
      await follower.stop()
      connection.close()
    },
  }
}
