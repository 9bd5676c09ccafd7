import type { BudgetKind, ShareBase } from '@zhanggui/budget'
import type { EventKind, PlanSide, PlanTeam, RequestKind } from '../plan.ts'

type Text = readonly [zh: string, en: string]

export const TEAM_NAMES: Record<PlanTeam, Text> = {
  operations: ['运营', 'Operations'],
  design: ['设计', 'Design'],
  content: ['内容', 'Content'],
  technology: ['技术', 'Technology'],
  service: ['客服', 'Service'],
  product: ['商品', 'Products'],
  logistics: ['物流', 'Logistics'],
  finance: ['财务', 'Finance'],
  media: ['推广', 'Paid media'],
  members: ['会员', 'Members'],
}

export const SIDE_NAMES: Record<PlanSide, Text> = {
  agency: ['代运营', 'Agency'],
  merchant: ['商家', 'Merchant'],
  brand: ['品牌方', 'Brand'],
  platform: ['平台小二', 'Platform manager'],
  platformOperator: ['平台运营', 'Platform operator'],
  partner: ['合作方', 'Partner'],
}

export const EVENT_NAMES: Record<EventKind, Text> = {
  platform: ['平台活动', 'Platform'],
  shop: ['店铺活动', 'Shop'],
  theme: ['主题', 'Theme'],
  categoryDay: ['品类日', 'Category day'],
  season: ['季节', 'Season'],
}

export const BUDGET_NAMES: Record<BudgetKind, Text> = {
  spend: ['投放', 'Spend'],
  subsidy: ['补贴', 'Subsidy'],
  reserve: ['备用金', 'Reserve'],
}

export const BASE_NAMES: Record<ShareBase, Text> = {
  total: ['总预算', 'total budget'],
  parent: ['上级', 'parent'],
  period: ['本期预算', 'period'],
  sales: ['销售额', 'sales'],
}

export const REQUEST_NAMES: Record<RequestKind, Text> = {
  funds: ['资金', 'Funds'],
  products: ['货品', 'Products'],
  priceConcession: ['价格让利', 'Price concession'],
  highValueGoods: ['高性价比货品', 'High-value goods'],
  oldCustomerFunds: ['老客户费用', 'Funds for old customers'],
  offSiteTraffic: ['站外引流', 'Off-site traffic'],
  training: ['培训', 'Training'],
  stock: ['库存', 'Stock'],
  materials: ['资料素材', 'Materials'],
  other: ['其他', 'Other'],
}
