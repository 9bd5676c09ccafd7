import { setTimeout as sleep } from 'node:timers/promises'
import { createRng } from '@zhanggui/kernel'
import type { Answer, Command, CommandBody, Operation, StockInput, StockOutput } from '@zhanggui/orders'
import type { RedisCore } from '../../../src/modules/trade/cluster/redis-core.ts'
import { EVENING, idOf, pay, release, reserve } from './cluster-cases.ts'

export const CLIENTS = 6

export const at = (n: number, body: CommandBody, issuedAt = EVENING): Command => ({ ...body, id: idOf(n), issuedAt })

/** As a client should: what is busy is asked again under its id. */
export async function untilAnswered(core: RedisCore, command: Command): Promise<Answer> {
  for (;;) {
    const [answer] = await core.submit([command])
    if (answer && answer.code !== 'busy') return answer
    await sleep(50)
  }
}

/** Clients that reserve, pay and release one item at the same time; each operation from its call to its answer. */
export async function record(
  servers: readonly RedisCore[],
  { item, units, seed }: { item: number; units: number; seed: string },
): Promise<Operation<StockInput, StockOutput>[]> {
  const history: Operation<StockInput, StockOutput>[] = []
  let count = 0
  const client = async (n: number): Promise<void> => {
    const rng = createRng(`${seed}-${n}`)
    const server = servers[n % servers.length] as RedisCore
    for (let i = 0; i < 12; i++) {
      const number = ++count
      const order = rng.next() < 0.5 ? number : 1 + rng.int(number)
      const kind = order === number ? 'reserve' : rng.pick(['pay', 'release'] as const)
      const input: StockInput = kind === 'reserve' ? { kind, order, quantity: 1 + rng.int(units / 4) } : { kind, order }
      const id = 100_000 + item * 1000 + number
      const reserved = 100_000 + item * 1000 + order
      const body =
        input.kind === 'reserve'
          ? reserve([{ item, quantity: input.quantity }])
          : kind === 'pay'
            ? pay(reserved)
            : release(reserved)
      const calledAt = performance.now()
      const [answer] = await server.submit([at(id, body, Date.now())])
      history.push({ calledAt, returnedAt: performance.now(), input, output: answer?.code as StockOutput })
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))
  return history.toSorted((a, b) => a.calledAt - b.calledAt)
}
