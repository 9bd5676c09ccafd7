import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { TickJob } from '../tick-job.ts'
import { enterEventIn } from './change-clock.ts'
import { isClock } from './clock-rows.ts'
import { readLadders, type ShopLadder } from './read-ladders.ts'
import { clocks } from './schema.ts'

type OpenClock = { id: string; ladder: string; policyHash: string }

/** Puts the policy now in force to a clock that runs under an older one; what has passed stays as it was counted. */
async function follow(context: Context, store: string, clock: OpenClock, ladder: ShopLadder): Promise<void> {
  await auditedTransaction(context, async (tx, record) => {
    const event = { kind: 'policy' as const, at: context.clock.now().getTime(), policy: ladder.policy }
    const entered = { clock: clock.id, id: randomUUID(), event, note: '' }
    await enterEventIn(context, { tx, record }, { store, actor: 'system' }, entered)
    await tx
      .update(clocks)
      .set({ policyHash: ladder.policyHash })
      .where(isClock({ store, id: clock.id }))
  })
}

async function followInShop(context: Context, store: string): Promise<void> {
  const open = await context.records.db
    .select({ id: clocks.id, ladder: clocks.ladder, policyHash: clocks.policyHash })
    .from(clocks)
    .where(and(eq(clocks.store, store), isNull(clocks.settledAt)))
  const ladders = new Map((await readLadders(context, store)).map((ladder) => [ladder.id, ladder]))
  for (const clock of open) {
    const ladder = ladders.get(clock.ladder)
    // A ladder that the shop has given up lets its running clocks end under it.
    if (ladder && ladder.policyHash !== clock.policyHash) await follow(context, store, clock, ladder)
  }
}

/** A changed target, calendar or holiday reaches the running clocks within ten seconds. */
export const FOLLOW_POLICIES: TickJob = {
  id: 'clock-policies',
  everySeconds: 10,
  async run(context, { signal }) {
    const shops = await context.records.db
      .selectDistinct({ store: clocks.store })
      .from(clocks)
      .where(isNull(clocks.settledAt))
    for (const { store } of shops) {
      if (signal.aborted) return
      await followInShop(context, store)
    }
  },
}
