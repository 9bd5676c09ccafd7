import { addDays, businessDayOf } from '@zhanggui/kernel'
import { lte } from 'drizzle-orm'
import { getStore } from '../../../admin/stores.ts'
import type { TickJob } from '../../../live/tick-job.ts'
import { programmeCases } from '../schema.ts'
import { tickCases } from './tick-cases.ts'

/**
 * Deliveries, reminders and charges come about on their day also when nobody looks. Days turn at their own hour in each shop, so
 * everything up to the latest "tomorrow" is offered, and the shop's own day decides.
 */
export const FOLLOW_PROGRAMMES: TickJob = {
  id: 'programmes',
  everySeconds: 60,
  async run(context, { now, signal }) {
    const { store, programme, dueDay } = programmeCases
    const due = await context.records.db
      .selectDistinct({ store, programme })
      .from(programmeCases)
      .where(lte(dueDay, addDays(businessDayOf(now, 'UTC'), 1)))
    for (const one of due) {
      if (signal.aborted) return
      await tickCases(context, await getStore(context, one.store), one.programme)
    }
  },
}
