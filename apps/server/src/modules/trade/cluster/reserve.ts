import { ANSWER_FLAG, type CommandOf, RESULT } from '@zhanggui/orders'
import type { ItemRegistry } from './item-registry.ts'
import { type ClusterTimes, HOME_RETENTION_MS, headOf, TRIAL_MS } from './request.ts'
import { settleParts } from './settle.ts'
import type { ShardAnswer, ShardLines, ShardPort } from './shard-port.ts'
import { keyText, type Shards, shardOfId } from './shards.ts'
import { type GiftStage, type SplitOrder, splitLines } from './split-lines.ts'

export type ClusterParts = { port: ShardPort; registry: ItemRegistry; shards: Shards; times: ClusterTimes }
type Reserve = CommandOf<'reserve'>

/** Presents and coupons may be ordered with a presale's deposit, goods paid at once may not. As in the core. */
function presaleFault(registry: ItemRegistry, command: Reserve): 'terms_invalid' | undefined {
  const kindOf = (item: number) => registry.shapeOf(item)?.kind
  if (!command.lines.some(({ item }) => kindOf(item) === 'presale')) return undefined
  const accompanies = ({ item, gift }: Reserve['lines'][number]): boolean =>
    gift !== undefined || ['presale', 'gift', 'coupon'].includes(kindOf(item) ?? '')
  return command.paid || !command.lines.every(accompanies) ? 'terms_invalid' : undefined
}

function requestOf({ registry, times }: ClusterParts, command: Reserve, stages: readonly GiftStage[]) {
  const { buyer, address, signals } = command
  return {
    ...headOf(command, times),
    buyer: keyText(buyer),
    address: keyText(address),
    keys: [buyer, signals.device, signals.source, address].map(keyText),
    amountCents: command.amountCents,
    holdMs: command.holdMs,
    holdMsDefault: times.holdMs,
    holdMsMax: times.holdMsMax,
    orderRetentionMs: times.orderRetentionMs,
    trialMs: TRIAL_MS,
    paid: command.paid,
    first: command.lines[0]?.item ?? 0,
    presale: command.lines.some(({ item }) => registry.shapeOf(item)?.kind === 'presale'),
    // An order of nothing but presents that are gone is no order.
    fault: stages.every((stage) => stage === 'nothing') ? 'gift_gone' : presaleFault(registry, command),
    flags:
      (stages.includes('alternative') ? ANSWER_FLAG.giftAlternative : 0) |
      (stages.includes('nothing') ? ANSWER_FLAG.giftLeftOut : 0),
  }
}

/** No phase: stock and limits, the last to be looked at. */
const LAST_PHASE = 3
const EARLIEST = (a: ShardAnswer, b: ShardAnswer): number =>
  (a.phase ?? LAST_PHASE) - (b.phase ?? LAST_PHASE) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  numberOf(a) - numberOf(b) ||
  (a.detail ?? 0) - (b.detail ?? 0)

const numberOf = ({ code }: ShardAnswer): number => (code === 'trying' ? 0 : RESULT[code])

/** Where several shards refuse, the answer is what one shard with all lines would have said first. */
export const firstFault = (answers: readonly ShardAnswer[]): ShardAnswer | undefined =>
  answers.flatMap(({ code, fault }) => (fault ? [fault] : code === 'trying' ? [] : [{ code }])).toSorted(EARLIEST)[0]

/** A present may be replaced while an order is made; what was promised once is not replaced when it is paid late. */
const mayComeAgain = (fault: ShardAnswer, { again = false }): boolean =>
  fault.code === 'busy' || (!again && fault.soft === true)

/** Asks every other shard for its lines, and the home for the decision. */
export async function tryElsewhere(
  { port }: ClusterParts,
  home: number,
  trying: ShardAnswer,
  request: { id: string; again?: boolean; trialMs: number },
): Promise<ShardAnswer> {
  const { attempt, elsewhere = [] } = trying
  const tried = await Promise.all(
    elsewhere.map(({ shard, lines }) => port.call('try_part', shard, { ...request, lines, home, attempt })),
  )
  const fault = firstFault([trying, ...tried])
  const order = { order: request.id, attempt }
  const decided = fault
    ? await port.call('refuse', home, { ...order, fault, again: mayComeAgain(fault, request) })
    : await port.call('commit', home, order)
  await settleParts(port, request.id, { ...decided, attempt, elsewhere })
  return decided
}

async function reserveAs(parts: ClusterParts, command: Reserve, stages: readonly GiftStage[]): Promise<ShardAnswer> {
  const { port } = parts
  const split: SplitOrder = splitLines(parts.registry, command, stages)
  const request = requestOf(parts, command, stages)
  const { id } = request
  const known = await port.call('claim', shardOfId(parts.shards, id), {
    id,
    home: split.home,
    homeRetentionMs: HOME_RETENTION_MS,
  })
  const home = known.home ?? split.home
  // The id had its home before with other lines: whatever is asked there is answered as a reuse of the id.
  const here = split.byShard.filter(({ shard }) => shard === home)
  const elsewhere: ShardLines[] = split.byShard.filter(({ shard }) => shard !== home)
  const lines = here[0]?.lines ?? []
  if (elsewhere.length === 0) return port.call('reserve', home, { ...request, lines })
  const trying = await port.call('try_reserve', home, { ...request, lines, elsewhere })
  return trying.code === 'trying' ? tryElsewhere(parts, home, trying, request) : trying
}

const AFTER: Record<GiftStage, (mayBeMissing: boolean, hasAlternative: boolean) => GiftStage> = {
  gift: (mayBeMissing, hasAlternative) => (hasAlternative ? 'alternative' : mayBeMissing ? 'nothing' : 'last'),
  alternative: (mayBeMissing) => (mayBeMissing ? 'nothing' : 'last'),
  nothing: () => 'last',
  last: () => 'last',
}

function nextStages(parts: ClusterParts, command: Reserve, stages: readonly GiftStage[], line: number): GiftStage[] {
  const gift = command.lines[line]?.gift
  const hasAlternative = gift !== undefined && parts.registry.shapeOf(gift.alternative) !== undefined
  return stages.map((stage, n) => (n === line ? AFTER[stage](gift?.mayBeMissing ?? false, hasAlternative) : stage))
}

/**
 * Reserves all lines or none. A present that is gone is asked for again as its alternative, then left out where the buyer agreed:
 * another call each, so a present may come back in between and is then not given.
 */
export async function reserveOnShards(parts: ClusterParts, command: Reserve): Promise<ShardAnswer> {
  await parts.registry.learn(command.lines.flatMap(({ item, gift }) => (gift ? [item, gift.alternative] : [item])))
  let stages: GiftStage[] = command.lines.map(() => 'gift')
  for (;;) {
    const answer = await reserveAs(parts, command, stages)
    if (!answer.soft) return answer
    stages = nextStages(parts, command, stages, answer.line ?? 0)
  }
}
