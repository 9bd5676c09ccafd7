import type { RunItem, RunMark, WithId } from '@zhanggui/campaigns'
import type { PlaybookRunInfo } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { findStore } from '../../admin/stores.ts'
import { startPlaybook } from '../../drills/playbooks/index.ts'
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

/** What became of a run, as a line of the sheet says it. */
const SAID: Record<PlaybookRunInfo['state'], { mark: RunMark; zh: string; en: string }> = {
  applied: { mark: 'done', zh: '已执行', en: 'acted' },
  undone: { mark: 'done', zh: '已执行，后已撤销', en: 'acted, undone since' },
  shadow: { mark: 'done', zh: '试运行：只记录', en: 'shadow: written down only' },
  waiting: { mark: 'done', zh: '已发起，等待确认', en: 'asked, waits for an answer' },
  held: { mark: 'failed', zh: '未执行', en: 'held' },
  refused: { mark: 'failed', zh: '已拒绝', en: 'refused' },
  expired: { mark: 'failed', zh: '超时未确认', en: 'not answered in time' },
  failed: { mark: 'failed', zh: '失败', en: 'failed' },
}

/** Sets a playbook off, once for the line: fired again after a crash it finds the run that was made. */
async function startOne(context: Context, row: CampaignRow, { id, body }: WithId<RunItem>): Promise<Outcome> {
  if (body.playbook === null) return { mark: 'failed', note: '没有写启动哪个自动化 / it does not say which playbook' }
  const store = await findStore(context, row.store)
  if (!store) return { mark: 'failed', note: '店铺不存在 / no such shop' }
  try {
    const run = await startPlaybook(context, store, body.playbook, `campaign/${row.id}/${id}/${body.firedAt}`)
    const { mark, zh, en } = SAID[run.state]
    const why = run.reason ? `：${run.reason.zh} / ${run.reason.en}` : ''
    return { mark, note: `${run.nameZh} ${zh} / ${en}${why}` }
  } catch (cause) {
    if (cause instanceof ApiFailure) return { mark: 'failed', note: cause.message }
    throw cause
  }
}

/** What the system itself does at an item, and how it went. Expected failures are a mark, so that the sheet shows them. */
export function actAtItem(context: Context, row: CampaignRow, item: WithId<RunItem>): Promise<Outcome> {
  switch (item.body.action) {
    case 'stopPromotion':
      return stopOne(context, row, item.body)
    case 'startPlaybook':
      return startOne(context, row, item)
    default:
      return checkPromotions(context, row, item.body)
  }
}
