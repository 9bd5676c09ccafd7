import type { ShopOrderDetail, ShopOrderStage } from '@zhanggui/contract'
import type { Bilingual } from '../../output/language.ts'
import type { Shell } from '../../shell.ts'
import { moneyText } from '../promotions/figures.ts'

const STAGES: Readonly<Record<ShopOrderStage, Bilingual>> = {
  placed: { zh: '待付款', en: 'to be paid' },
  settling: { zh: '确认付款中', en: 'settling' },
  deposit: { zh: '已付定金', en: 'deposit paid' },
  paid: { zh: '待发货', en: 'to be sent' },
  shipped: { zh: '已发货', en: 'sent' },
  received: { zh: '已收货', en: 'received' },
  cancelled: { zh: '已关闭', en: 'closed' },
}

export const stageText = (shell: Shell, stage: ShopOrderStage): string => shell.say(STAGES[stage])

/** One order as a story: what it is, what happened, what it still waits for. */
export function orderText(shell: Shell, order: ShopOrderDetail): string {
  const { orderId, stage, payableCents, keptCents, events, cases, parcelList, waiting } = order
  const head = `${orderId}  ${stageText(shell, stage)}  ${moneyText(shell, payableCents)}  ${shell.say({ zh: '实收', en: 'kept' })} ${moneyText(shell, keptCents)}`
  const told = events.map(
    ({ at, zh, en, cents }) =>
      `  ${at}  ${shell.say({ zh, en })}${cents === null ? '' : `  ${moneyText(shell, cents)}`}`,
  )
  const parcels = parcelList.map(
    ({ parcelId, warehouse, carrier, state, promisedAt, late }) =>
      `  ${parcelId}  ${warehouse}  ${carrier}  ${state}  ${promisedAt ?? '–'}${late ? `  ⚠ ${late}` : ''}`,
  )
  const afterSale = cases.map(
    ({ caseId, kind, state, refundCents, messageZh, messageEn }) =>
      `  ${caseId}  ${kind}  ${state}  ${moneyText(shell, refundCents)}  ${shell.say({ zh: messageZh, en: messageEn })}`,
  )
  const open = waiting.map(
    ({ n, kind, tries, nextAt, lastError }) => `  ${n}  ${kind}  ×${tries}  ${nextAt}  ${lastError ?? ''}`,
  )
  const part = (title: Bilingual, lines: string[]): string[] =>
    lines.length > 0 ? ['', shell.say(title), ...lines] : []
  return [
    head,
    ...part({ zh: '经过', en: 'What happened' }, told),
    ...part({ zh: '包裹', en: 'Parcels' }, parcels),
    ...part({ zh: '售后', en: 'After-sale' }, afterSale),
    ...part({ zh: '待办', en: 'Waiting' }, open),
  ].join('\n')
}
