import type { Occasion, Phase } from '../occasions/occasion.ts'
import type { Side, Team } from './team.ts'

/** The big pushes need longer than a themed weekend. */
export type CampaignSize = 'large' | 'medium' | 'small'

/**
 * A piece of preparation: due `daysBefore` calendar days before its phase begins (D0 for `mainDay`), and taking `workdays`
 * worked days, the due day among them.
 */
export type LeadTime = {
  id: string
  titleZh: string
  titleEn: string
  side: Side
  team: Team
  before: Phase | 'mainDay'
  daysBefore: Readonly<Record<CampaignSize, number>>
  workdays: Readonly<Record<CampaignSize, number>>
  dependsOn: readonly string[]
  evidenceZh: string
  source: string
}

const PRACTICE = '平台活动惯例，店铺可改 / usual in platform campaigns, the shop may change it'
const days = (large: number, medium: number, small: number): Record<CampaignSize, number> => ({ large, medium, small })

/** What every campaign needs before it begins, in the order of the work: 选品, 报名, 备货, 素材, 价保, 页面, 培训, 预热. */
export const LEAD_TIMES: readonly LeadTime[] = [
  {
    id: 'selection',
    titleZh: '定目标、选品与利润测算',
    titleEn: 'Goal, product selection and margin',
    side: 'agency',
    team: 'operations',
    before: 'mainDay',
    daysBefore: days(70, 42, 21),
    workdays: days(5, 3, 2),
    dependsOn: [],
    evidenceZh: '选品表与测算',
    source: PRACTICE,
  },
  {
    id: 'stockOrder',
    titleZh: '备货下单',
    titleEn: 'Order the stock',
    side: 'merchant',
    team: 'product',
    before: 'mainDay',
    daysBefore: days(60, 35, 16),
    workdays: days(3, 2, 1),
    dependsOn: ['selection'],
    evidenceZh: '采购单',
    source: PRACTICE,
  },
  {
    id: 'enrolment',
    titleZh: '活动报名',
    titleEn: 'Enrol the goods',
    side: 'agency',
    team: 'operations',
    before: 'mainDay',
    daysBefore: days(45, 28, 14),
    workdays: days(5, 3, 1),
    dependsOn: ['selection'],
    evidenceZh: '报名成功截图',
    source: PRACTICE,
  },
  {
    id: 'material',
    titleZh: '主图、视频与推广素材定稿',
    titleEn: 'Final images, videos and ad material',
    side: 'agency',
    team: 'design',
    before: 'preheat',
    daysBefore: days(10, 7, 4),
    workdays: days(8, 5, 2),
    dependsOn: ['enrolment'],
    evidenceZh: '素材清单与终稿',
    source: PRACTICE,
  },
  {
    id: 'priceCheck',
    titleZh: '价保与历史最低价核对，活动价锁定',
    titleEn: 'Price protection and lowest-price check, campaign prices locked',
    side: 'agency',
    team: 'product',
    before: 'preheat',
    daysBefore: days(7, 5, 3),
    workdays: days(2, 2, 1),
    dependsOn: ['enrolment'],
    evidenceZh: '价格核对表',
    source: PRACTICE,
  },
  {
    id: 'pages',
    titleZh: '预热页与活动页上线前检查',
    titleEn: 'Pre-heat and campaign pages checked',
    side: 'agency',
    team: 'design',
    before: 'preheat',
    daysBefore: days(3, 2, 1),
    workdays: days(4, 3, 1),
    dependsOn: ['material', 'priceCheck'],
    evidenceZh: '页面链接与测试记录',
    source: PRACTICE,
  },
  {
    id: 'preheat',
    titleZh: '预热启动',
    titleEn: 'Start the pre-heat',
    side: 'agency',
    team: 'operations',
    before: 'preheat',
    daysBefore: days(0, 0, 0),
    workdays: days(1, 1, 1),
    dependsOn: ['pages'],
    evidenceZh: '预热页上线、首批触达记录',
    source: 'D4：预热 7–15 天 / pre-heat 7–15 days',
  },
  {
    id: 'stockIn',
    titleZh: '备货到仓并盘点',
    titleEn: 'Stock in the warehouse and counted',
    side: 'merchant',
    team: 'logistics',
    before: 'mainDay',
    daysBefore: days(14, 10, 5),
    workdays: days(3, 2, 1),
    dependsOn: ['stockOrder'],
    evidenceZh: '入库与盘点单',
    source: PRACTICE,
  },
  {
    id: 'training',
    titleZh: '客服与仓库培训、值班表',
    titleEn: 'Service and warehouse training, duty list',
    side: 'agency',
    team: 'service',
    before: 'mainDay',
    daysBefore: days(7, 5, 2),
    workdays: days(2, 1, 1),
    dependsOn: ['stockIn', 'priceCheck'],
    evidenceZh: '培训签到与值班表',
    source: PRACTICE,
  },
]

const LARGE_FROM = 7
const MEDIUM_FROM = 3

/** By the weight that also decides which of two occasions names a day. */
export const campaignSize = ({ weight }: Pick<Occasion, 'weight'>): CampaignSize =>
  weight >= LARGE_FROM ? 'large' : weight >= MEDIUM_FROM ? 'medium' : 'small'
