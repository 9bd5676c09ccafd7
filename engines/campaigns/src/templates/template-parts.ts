import type { CampaignSize } from '../readiness/campaign-facts.ts'
import type { TemplateDrill, TemplatePage, TemplateTraining } from './campaign-template.ts'

const PAGES: readonly (TemplatePage & { sizes?: readonly CampaignSize[] })[] = [
  {
    id: 'framework',
    kind: 'framework',
    phase: 'preheat',
    zh: '整店框架与导航',
    en: 'Framework and navigation of the shop',
    blocks: ['navigation', 'search', 'memberBar'],
    sizes: ['large'],
  },
  {
    id: 'hero',
    kind: 'hero',
    phase: 'preheat',
    zh: '爆款主图',
    en: 'Hero images',
    blocks: ['mainImage', 'sellingPoint'],
  },
  {
    id: 'preheat',
    kind: 'preheat',
    phase: 'preheat',
    zh: '预热会场',
    en: 'Pre-heat venue',
    blocks: ['countdown', 'couponWall', 'presale', 'favourite'],
  },
  {
    id: 'start',
    kind: 'start',
    phase: 'burst',
    zh: '爆发会场',
    en: 'Burst venue',
    blocks: ['headline', 'flashSale', 'hotList', 'categoryFloors'],
  },
  {
    id: 'secondary',
    kind: 'secondary',
    phase: 'burst',
    zh: '分会场',
    en: 'Secondary venues',
    blocks: ['categoryFloors', 'bundle'],
    sizes: ['large', 'medium'],
  },
  {
    id: 'related',
    kind: 'relatedItems',
    phase: 'burst',
    zh: '详情页关联推荐',
    en: 'Related items in detail pages',
    blocks: ['related', 'bundle'],
  },
  {
    id: 'after',
    kind: 'after',
    phase: 'longTail',
    zh: '返场会场',
    en: 'After venue',
    blocks: ['encore', 'clearance', 'review'],
  },
  {
    id: 'emergency',
    kind: 'emergency',
    phase: 'burst',
    zh: '应急页面',
    en: 'Emergency page',
    blocks: ['notice', 'couponWall'],
    sizes: ['large', 'medium'],
  },
]

const TRAININGS: readonly (TemplateTraining & { sizes?: readonly CampaignSize[] })[] = [
  {
    id: 'service',
    team: 'service',
    phase: 'burst',
    daysBefore: 5,
    zh: '客服培训：规则、话术、退换',
    en: 'Service: rules, words, returns',
    attendeesMin: 3,
  },
  {
    id: 'warehouse',
    team: 'logistics',
    phase: 'burst',
    daysBefore: 5,
    zh: '仓库培训：拣配、打包、异常',
    en: 'Warehouse: picking, packing, exceptions',
    attendeesMin: 2,
    sizes: ['large', 'medium'],
  },
  {
    id: 'duty',
    team: 'operations',
    phase: 'burst',
    daysBefore: 2,
    zh: '各部门值班说明会',
    en: 'Briefing of every department on duty',
    attendeesMin: 4,
    sizes: ['large'],
  },
  {
    id: 'host',
    team: 'content',
    phase: 'burst',
    daysBefore: 4,
    zh: '主播培训：商品与节奏',
    en: 'Hosts: goods and pace',
    attendeesMin: 1,
    sizes: ['large', 'medium'],
  },
]

const DRILLS: readonly (TemplateDrill & { sizes?: readonly CampaignSize[] })[] = [
  {
    id: 'loadDrill',
    scenario: 'site-loss',
    daysBefore: 7,
    zh: '站点故障与支付中断演练',
    en: 'Drill: site and payment loss',
    sizes: ['large'],
  },
  {
    id: 'stockOutDrill',
    scenario: 'stock-out',
    daysBefore: 6,
    zh: '爆款断货演练',
    en: 'Drill: best seller out of stock',
    sizes: ['large', 'medium'],
  },
  {
    id: 'priceWarDrill',
    scenario: 'price-war',
    daysBefore: 6,
    zh: '突发价格战演练',
    en: 'Drill: sudden price war',
    sizes: ['large'],
  },
]

const of = <T extends { sizes?: readonly CampaignSize[] }>(all: readonly T[], size: CampaignSize): T[] =>
  all.filter(({ sizes }) => (sizes ?? [size]).includes(size))

export const pagesFor = (size: CampaignSize): TemplatePage[] => of(PAGES, size)
export const trainingsFor = (size: CampaignSize): TemplateTraining[] => of(TRAININGS, size)
export const drillsFor = (size: CampaignSize): TemplateDrill[] => of(DRILLS, size)
