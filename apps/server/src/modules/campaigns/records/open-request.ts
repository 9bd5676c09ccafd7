import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { approvals } from '../../admin/approvals/schema.ts'
import type { CampaignRow } from '../schema.ts'

/** The approval of a draft that still waits for an answer; null without one. */
export async function openRequest(context: Context, { state, request }: CampaignRow): Promise<string | null> {
  if (state !== 'draft' || request === null) return null
  const open = and(
    eq(approvals.id, request),
    eq(approvals.state, 'waiting'),
    gt(approvals.expiresAt, context.clock.now()),
  )
  const [waiting] = await context.records.db.select({ id: approvals.id }).from(approvals).where(open)
  return waiting?.id ?? null
}
