/** 首页黄金展位, 焦点图, 淘客, 直通车, 支付宝红包, 菜鸟物流券 …: places and tools that are booked (P4.12). Source: D4. */
export const SLOT_KINDS = [
  'goldenSlot',
  'focusImage',
  'affiliate',
  'keyword',
  'redPacket',
  'logisticsCoupon',
  'searchBanner',
  'livePlacement',
  'other',
] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

/** What a bid is reckoned from; shares in basis points, money in fen. */
export type Auction = {
  expectedVisits: number
  incrementalBp: number
  cvrBp: number
  marginCentsPerOrder: number
  keepBp: number
  bidCents: number | null
  paidCents: number | null
}

/** A place for a time. Two bookings may not hold one position at the same moment. */
export type SlotBooking = {
  title: string
  kind: SlotKind
  position: string
  from: string
  until: string
  owner: string
  costCents: number | null
  creative: string
  items: readonly string[]
  auction: Auction | null
  outcome: { visits: number; paidCents: number; note: string } | null
}
