import { type ImportFormat, importFormat } from '../import-format.ts'
import { ADS } from '../targets/ads.ts'

/** The same figure goes by other words in other tools. */
const FIGURES = {
  impressions: ['展现量', '曝光量'],
  clicks: ['点击量'],
  spend: ['花费', '消耗', '花费(元)'],
  attributedPaid: ['总成交金额', '成交订单金额', '成交金额'],
  attributedOrders: ['总成交笔数', '成交订单量', '成交笔数'],
  cartAdds: ['总购物车数', '总加购量', '添加购物车量', '宝贝加购数'],
  favourites: ['总收藏数', '收藏宝贝量', '收藏宝贝数', '收藏量', '宝贝收藏数'],
  newBuyers: ['新成交用户数', '新客获取量'],
}

const NOTE = {
  noteZh: '支持 ZIP 里的 CSV、GB18030 与 UTF-8；nan 为缺失；没有日期列时取文件名里的日期。',
  noteEn: 'CSV inside ZIP, GB18030 or UTF-8; nan is missing; without a day column the day in the file name counts.',
}

type Report = Pick<ImportFormat, 'id' | 'nameZh' | 'nameEn' | 'signature' | 'fields'> & { tool: string }

const report = ({ tool, fields, ...rest }: Report): ImportFormat =>
  importFormat({
    ...rest,
    ...NOTE,
    system: '阿里妈妈',
    target: ADS,
    fields: { ...fields, ...FIGURES },
    options: { tool },
  })

export const ALIMAMA_REPORTS: readonly ImportFormat[] = [
  report({
    id: 'ztc_campaign',
    nameZh: '直通车 计划报表',
    nameEn: 'Zhitongche plans',
    tool: '直通车',
    signature: ['日期', '计划id', '计划名称', '推广类型', '展现量', '点击量', '花费', '总成交金额', '投入产出比'],
    fields: { day: ['日期'], planId: ['计划id'], planName: ['计划名称'] },
  }),
  report({
    id: 'ztc_account',
    nameZh: '直通车 账户报表',
    nameEn: 'Zhitongche account',
    tool: '直通车',
    signature: ['日期', '展现量', '点击量', '花费', '平均点击花费', '总成交金额', '投入产出比', '自然流量曝光'],
    fields: { day: ['日期'], planId: ['计划id'], planName: ['计划名称'] },
  }),
  report({
    id: 'wxt_account',
    nameZh: '万相台 账户报表',
    nameEn: 'Wanxiangtai account',
    tool: '万相台',
    signature: ['日期', '优化目标', '效果模型', '消耗', '曝光量', '点击量', '总成交金额'],
    fields: { day: ['日期'], planName: ['优化目标'], unitId: ['效果模型'], keyword: ['转化周期'] },
  }),
  report({
    id: 'wxt_plan',
    nameZh: '万相台 计划与创意报表',
    nameEn: 'Wanxiangtai plans and creatives',
    tool: '万相台',
    signature: ['日期', '效果模型', '创意id', '计划id', '计划名称', '消耗', '曝光量', '点击量', '总成交金额'],
    fields: {
      day: ['日期'],
      planId: ['计划id'],
      planName: ['计划名称'],
      unitId: ['创意id'],
      itemId: ['商品id'],
      keyword: ['效果模型'],
    },
  }),
  report({
    id: 'ylmf_audience',
    nameZh: '引力魔方 定向人群报表',
    nameEn: 'Yinli Mofang audiences',
    tool: '引力魔方',
    signature: ['日期', '计划组', '计划', '定向人群', '消耗', '展现量', '点击量', '成交订单金额'],
    fields: {
      day: ['日期'],
      planName: ['计划'],
      planId: ['计划组'],
      unitId: ['主体名称'],
      itemId: ['商品id'],
      keyword: ['定向人群'],
    },
  }),
  report({
    id: 'pxb_star_shop',
    nameZh: '品销宝 明星店铺报表',
    nameEn: 'Pinxiaobao star shop',
    tool: '品销宝',
    signature: ['日期', '搜索量', '展现量', '消耗', '触达访客数', '点击量', '成交金额', '回报率'],
    fields: { day: ['日期'] },
  }),
  report({
    id: 'alimama_item_plan',
    nameZh: '阿里妈妈 商品×计划报表（2026）',
    nameEn: 'Alimama items by plan (2026)',
    tool: '万相台无界',
    signature: ['日期', '商品ID', '计划ID', '计划名称', '花费', '净成交金额', '总成交金额', '展现量', '点击量'],
    fields: { day: ['日期'], planId: ['计划ID'], planName: ['计划名称'], itemId: ['商品ID'] },
  }),
  report({
    id: 'alimama_item_direct',
    nameZh: '阿里妈妈 商品报表（单日，日期在文件名）',
    nameEn: 'Alimama items, one day (day in the file name)',
    tool: '万相台无界',
    signature: ['场景ID', '场景名字', '计划ID', '计划名字', '主体ID', '展现量', '点击量', '花费', '总成交金额'],
    fields: { day: ['日期'], planId: ['计划ID'], planName: ['计划名字'], unitId: ['主体ID'], keyword: ['场景名字'] },
  }),
  report({
    id: 'alimama_plan',
    nameZh: '阿里妈妈 计划报表（2026）',
    nameEn: 'Alimama plans (2026)',
    tool: '万相台无界',
    signature: ['日期', '计划ID', '计划名字', '主体ID', '花费', '总成交金额', '点击量', '展现量'],
    fields: { day: ['日期'], planId: ['计划ID'], planName: ['计划名字'], unitId: ['主体ID'] },
  }),
]
