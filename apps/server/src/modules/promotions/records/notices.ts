import type { PromotionNotice } from '@zhanggui/contract'
import { and, desc, eq, gt } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { type NoticeKind, promotionNotices } from '../schema.ts'
import type { PromotionKey } from './promotion-rows.ts'

type Facts = { name: string; reason?: string; spentCents?: number; budgetCents?: number }

/** Writes down that something happened to a promotion, inside the transaction that did it. */
export async function writeNotice(
  tx: RecordTx,
  key: PromotionKey,
  notice: { kind: NoticeKind; facts: Facts; at: Date },
): Promise<void> {
  const facts = Object.fromEntries(Object.entries(notice.facts).filter(([, value]) => value !== undefined))
  await tx.insert(promotionNotices).values({ ...key, kind: notice.kind, facts, at: notice.at })
}

const yuan = (cents: unknown): string => (Number(cents) / 100).toFixed(2)

function wordsOf(kind: NoticeKind, facts: Record<string, string | number>): { zh: string; en: string } {
  const { name, reason, spentCents, budgetCents } = facts
  const [spent, budget] = [yuan(spentCents), yuan(budgetCents)]
  switch (kind) {
    case 'approved':
      return { zh: `“${name}”已审批，到时间自动生效。`, en: `"${name}" was approved and starts by itself.` }
    case 'stopped':
      return { zh: `“${name}”已停止：${reason}`, en: `"${name}" was stopped: ${reason}` }
    case 'budget_nearly_used':
      return {
        zh: `“${name}”已用 ${spent} 元，预算 ${budget} 元，即将用完。`,
        en: `"${name}" has used ${spent} of its budget of ${budget}.`,
      }
    case 'budget_reached':
      return {
        zh: `“${name}”的预算 ${budget} 元已用完（${spent} 元），活动已自动停止。`,
        en: `"${name}" has used its budget of ${budget} (${spent}) and was stopped.`,
      }
  }
}

/** What happened to the promotions of a shop, newest first. */
export async function listNotices(
  context: Context,
  store: string,
  { after, limit }: { after: number; limit: number },
): Promise<PromotionNotice[]> {
  const rows = await context.records.db
    .select()
    .from(promotionNotices)
    .where(and(eq(promotionNotices.store, store), gt(promotionNotices.sequence, after)))
    .orderBy(desc(promotionNotices.sequence))
    .limit(limit)
  return rows.map(({ sequence, promotion, kind, facts, at }) => ({
    sequence,
    promotion,
    name: String(facts.name),
    kind,
    ...wordsOf(kind, facts),
    at: at.toISOString(),
  }))
}
