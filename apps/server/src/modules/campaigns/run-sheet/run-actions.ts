import type { RunItem, RunMark } from '@zhanggui/campaigns'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { presentSummaries } from '../../promotions/records/present-promotion.ts'
import { readPromotions } from '../../promotions/records/promotion-rows.ts'
import { stopPromotion } from '../../promotions/records/stop-promotion.ts'
import type { CampaignRow } from '../schema.ts'

type Outcome = { mark: RunMark; note: string }

/** Looks whether the promotions of the item, or all of the campaign, are in force at this moment. */
async function checkPromotions(context: Context, row: CampaignRow, { promotion }: RunItem): Promise<Outcome> {
  const ids = promotion === null ? row.body.promotions : [promotion]
  if (ids.length === 0)
    return { mark: 'failed', note: '活动没有关联优惠：关联后再检查 / no promotion is linked: link one' }
  const found = await presentSummaries(context, await readPromotions(context.records.db, row.store, ids))
  const off = ids.flatMap((id) => {
    const one = found.find((p) => p.id === id)
    return one?.state === 'active' ? [] : [`${one?.name ?? id}（${one?.state ?? '–'}）`]
  })
  if (off.length === 0) return { mark: 'done', note: `${ids.length} 个优惠已生效 / ${ids.length} promotions in force` }
  return { mark: 'failed', note: `未生效：${off.join('、')} / not in force: ${off.join(', ')}` }
}

/** Throws the switch in the name of whoever approved the campaign's sheet: the clock does what the sheet says. */
async function stopOne(context: Context, row: CampaignRow, { promotion, title }: RunItem): Promise<Outcome> {
  if (promotion === null) return { mark: 'failed', note: '没有写停哪个优惠 / it does not say which promotion' }
  const caller = { store: row.store, actor: 'system', role: 'owner' as const }
  try {
    await stopPromotion(context, caller, promotion, `流程表：${title}`)
    return { mark: 'done', note: `已停止 ${promotion} / stopped` }
  } catch (cause) {
    if (cause instanceof ApiFailure) return { mark: 'failed', note: cause.message }
    throw cause
  }
}

/** What the system itself does at an item, and how it went. Expected failures are a mark, so that the sheet shows them. */
export function actAtItem(context: Context, row: CampaignRow, item: RunItem): Promise<Outcome> {
  return item.action === 'stopPromotion' ? stopOne(context, row, item) : checkPromotions(context, row, item)
}
