import type { CampaignFace } from '@zhanggui/campaigns'
import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { dayField, longTextField, textField } from '../../admin/resources/resource-fields.ts'

const lists = { helpZh: '用逗号分隔', helpEn: 'Parted by commas' }

/** Campaigns of others as somebody saw them and wrote them down, with where it was seen: own ones are held against them (P3.27). */
export const COMPETITOR_CAMPAIGNS = defineResource({
  id: 'competitor-campaigns',
  nameZh: '竞品活动',
  nameEn: 'Campaigns of competitors',
  area: 'campaigns',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 60 }),
    brand: textField({ nameZh: '品牌', nameEn: 'Brand', required: true, max: 120 }),
    name: textField({ nameZh: '活动', nameEn: 'Campaign', required: true, max: 200 }),
    seenDay: dayField({ nameZh: '看到日期', nameEn: 'Seen on', required: true }),
    source: textField({ nameZh: '来源', nameEn: 'Source', required: true, max: 500 }),
    mechanics: textField({ nameZh: '玩法', nameEn: 'Gameplay', max: 500, ...lists }),
    products: textField({ nameZh: '同款商品', nameEn: 'Goods that we sell too', max: 2000, ...lists }),
    blocks: textField({ nameZh: '页面模块', nameEn: 'Blocks of the page', max: 500, ...lists }),
    copy: longTextField({ nameZh: '文案', nameEn: 'What it says' }),
  },
  keyFields: ['code'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): string[] =>
  textOf(value)
    .split(/[,，、;；\s]+/)
    .filter((part) => part !== '')

export async function readCompetitorFaces(context: Context, store: string): Promise<CampaignFace[]> {
  const rows = await readAllRows(context, COMPETITOR_CAMPAIGNS, store)
  return rows.map(({ id, data }) => ({
    id: `competitor:${id}`,
    name: `${textOf(data.brand)} ${textOf(data.name)}`,
    mechanics: listOf(data.mechanics),
    itemIds: listOf(data.products),
    blocks: listOf(data.blocks),
    copy: textOf(data.copy),
  }))
}
