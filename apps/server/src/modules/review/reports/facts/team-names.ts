/** Teams by the words of the trade, as the campaign pages call them. */
export const TEAM_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  operations: { zh: '运营', en: 'Operations' },
  design: { zh: '设计', en: 'Design' },
  content: { zh: '内容', en: 'Content' },
  technology: { zh: '技术', en: 'Technology' },
  service: { zh: '客服', en: 'Service' },
  product: { zh: '商品', en: 'Products' },
  logistics: { zh: '仓储物流', en: 'Logistics' },
  finance: { zh: '财务', en: 'Finance' },
  media: { zh: '推广', en: 'Media' },
  members: { zh: '会员', en: 'Members' },
  merchant: { zh: '商家', en: 'Merchant' },
}
