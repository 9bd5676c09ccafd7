import type { Unit } from '@zhanggui/contract'

/** What only the partner or the platform's desk knows; entered by hand or from a sheet, with where it was read. */
export const REPORTED_FIGURES: readonly { id: string; nameZh: string; nameEn: string; unit: Unit }[] = [
  { id: 'pickupOnTime', nameZh: '揽收及时率', nameEn: 'Picked up in time', unit: 'ratio' },
  { id: 'deliveredOnTime', nameZh: '妥投及时率', nameEn: 'Delivered in time', unit: 'ratio' },
  { id: 'lostOrDamaged', nameZh: '丢损率', nameEn: 'Lost or damaged', unit: 'ratio' },
  { id: 'paySuccess', nameZh: '支付成功率', nameEn: 'Payments that succeed', unit: 'ratio' },
  { id: 'payoutDays', nameZh: '结算天数', nameEn: 'Days to payout', unit: 'days' },
  { id: 'contentPieces', nameZh: '验收内容条数', nameEn: 'Pieces accepted', unit: 'count' },
  { id: 'contentPaid', nameZh: '内容带来支付金额', nameEn: 'Paid through content', unit: 'money' },
  { id: 'liveHours', nameZh: '直播时长（小时）', nameEn: 'Hours on air', unit: 'count' },
  { id: 'replySeconds', nameZh: '对接响应时长', nameEn: 'Time to an answer', unit: 'seconds' },
  { id: 'materialOnTime', nameZh: '素材按时交付率', nameEn: 'Material in time', unit: 'ratio' },
]
