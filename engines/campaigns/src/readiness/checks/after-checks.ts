import { reason } from '../../reason.ts'
import type { CheckDeclaration } from '../entry-check.ts'

/** Before closing: nothing of the run sheet is left open. */
export const RUN_SHEET: CheckDeclaration = {
  id: 'runSheet',
  nameZh: '流程表走完',
  nameEn: 'Run sheet ended',
  find: ({ run }) =>
    run.length === 0
      ? null
      : run
          .filter(({ body }) => body.ended === null)
          .map(({ body }) =>
            reason(
              'run_item_open',
              `“${body.title}”还没有结果：标记完成或跳过`,
              `"${body.title}" has no result: mark it done or skipped`,
            ),
          ),
}

/** Before the long tail: unpaid orders and refunds are at zero, or somebody was told (P3.19). */
export const AFTER_SALE: CheckDeclaration = {
  id: 'afterSale',
  nameZh: '催付与退款清零或升级',
  nameEn: 'Unpaid and refunds at zero, or escalated',
  find: ({ afterSale: { unpaid, refunds, escalated } }) =>
    unpaid + refunds <= escalated
      ? []
      : [
          reason(
            'after_sale_open',
            `还有 ${unpaid} 单未付款、${refunds} 单退款未完成，其中 ${escalated} 单已升级：处理或升级其余的`,
            `${unpaid} orders unpaid and ${refunds} refunds open, ${escalated} of them escalated: deal with the rest, or escalate them`,
          ),
        ],
}

/** Before it is put away: what was learned is written. */
export const REVIEW: CheckDeclaration = {
  id: 'review',
  nameZh: '复盘已写',
  nameEn: 'Review written',
  find: ({ plan }) =>
    plan.review === ''
      ? [
          reason(
            'no_review',
            '还没有复盘：写下结果和下次怎么做',
            'There is no review: write what came out and what to do next time',
          ),
        ]
      : [],
}
