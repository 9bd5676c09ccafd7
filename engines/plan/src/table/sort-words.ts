import type { PlanSide, PlanTeam, RequestKind, TableColumn } from '../plan.ts'

type TaskColumn = Extract<TableColumn, 'strategy' | 'pageDesign' | 'dailyPromotion'>

/** Words that tell which team does a piece of work; the first that is found counts. */
const TEAM_WORDS: readonly (readonly [PlanTeam, RegExp])[] = [
  ['members', /会员|老客|老顾客|crm|客户群|回访|短信|edm|私域|积分|唤醒|社群|企业微信|企微/],
  ['service', /客服|售后|投诉|dsr|退换|响应|话术|评价/],
  ['logistics', /仓库|仓储|发货|物流|快递|打包/],
  ['product', /选款|选品|新品|上新|爆款|单品|款式|产品|商品|货品|库存|备货|盘点|四象限|关联|套餐|搭配|标题|上下架/],
  ['design', /页面|首页|详情|海报|主图|视觉|设计|装修|美工|版式|图片|测图/],
  ['content', /直播|短视频|内容|种草|达人|软文|文案|品牌文化|品牌故事/],
  ['media', /推广|直通车|钻展|投放|广告|淘宝客|付费|引流|站外|流量|关键词|竞价|达摩盘/],
  ['finance', /预算|费用|结算|成本|财务/],
  ['technology', /系统|接口|压测|埋点|技术/],
]

const COLUMN_TEAM: Readonly<Record<TaskColumn, PlanTeam>> = {
  strategy: 'operations',
  pageDesign: 'design',
  dailyPromotion: 'media',
}

/** Pages are the designers' and promotion is the media team's, whatever the words; strategy goes by its words. */
export function teamOf(column: TaskColumn, folded: string): PlanTeam {
  if (column !== 'strategy') return COLUMN_TEAM[column]
  return TEAM_WORDS.find(([, find]) => find.test(folded))?.[0] ?? COLUMN_TEAM.strategy
}

/** A task is the agency's unless its first words give it to somebody else. */
export function sideOf(folded: string): PlanSide {
  if (/^(?:由|请|需)?商家/.test(folded)) return 'merchant'
  if (/^(?:由|请|需)?品牌方/.test(folded)) return 'brand'
  return 'agency'
}

/** What the merchant is asked for, by its words; the first that is found counts. */
const REQUEST_WORDS: readonly (readonly [RequestKind, RegExp])[] = [
  ['oldCustomerFunds', /老(?:客|顾客|会员).{0,8}(?:费用|资金|预算|投入|让利|支持)/],
  ['highValueGoods', /高附加值|高价值|高毛利|附加值/],
  ['training', /培训|指导|讲解/],
  ['offSiteTraffic', /站外|外部流量|外部引流|外部资源/],
  ['priceConcession', /让利|降价|调价|价格|优惠|折扣|活动价|底价/],
  ['stock', /备货|库存|盘点|仓|补货|现货|发货/],
  ['funds', /资金|费用|预算|投入|经费|打款|保证金/],
  ['materials', /资料|素材|图片|拍摄|档案|信息|证书|授权|资质|文案|优势|问题|团队|架构/],
  ['products', /产品|商品|选款|选品|货品|新品|款式|赠品|样品/],
]

export const requestKindOf = (folded: string): RequestKind =>
  REQUEST_WORDS.find(([, find]) => find.test(folded))?.[0] ?? 'other'
