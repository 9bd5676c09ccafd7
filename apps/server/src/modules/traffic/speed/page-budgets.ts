import type { PageBudget } from '@zhanggui/campaigns'
import type { Context } from '../../../context.ts'
import { defineResource } from '../../admin/resources/define-resource.ts'
import { readAllRows } from '../../admin/resources/read-all-rows.ts'
import { integerField, textField } from '../../admin/resources/resource-fields.ts'

/** How fast each kind of page has to be, and after how many jumps (P7.06). */
export const PAGE_BUDGETS = defineResource({
  id: 'page-budgets',
  nameZh: '页面速度预算',
  nameEn: 'Page speed budgets',
  area: 'traffic',
  fields: {
    page: textField({
      nameZh: '页面代号',
      nameEn: 'Page',
      required: true,
      max: 60,
      helpZh: '与加载事件的 page 相同，如 home、detail、campaign',
      helpEn: 'As `page` of load events says it, such as home, detail or campaign',
    }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 60 }),
    loadMs: integerField({
      nameZh: '加载上限（毫秒）',
      nameEn: 'Usable within (ms)',
      required: true,
      min: 100,
      max: 60_000,
      helpZh: '四分之三的打开要在此时间内可用',
      helpEn: 'Three quarters of the loads are usable within it',
    }),
    jumps: integerField({
      nameZh: '最多跳转（次）',
      nameEn: 'Most jumps',
      required: true,
      min: 0,
      max: 20,
      helpZh: '从点击到页面可用之间的跳转',
      helpEn: 'Between the click and the usable page',
    }),
  },
  keyFields: ['page'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})

export type NamedBudget = PageBudget & { nameZh: string; nameEn: string }

/** Where a shop sets none. 2.5 s: "good" for the largest content, web.dev/articles/lcp; a detail page is one jump from a search, a campaign two. */
export const USUAL_BUDGETS: readonly NamedBudget[] = [
  { page: 'home', nameZh: '首页', nameEn: 'Home', loadMs: 2500, jumps: 1 },
  { page: 'detail', nameZh: '商品详情', nameEn: 'Item page', loadMs: 2500, jumps: 1 },
  { page: 'campaign', nameZh: '活动页', nameEn: 'Campaign page', loadMs: 2500, jumps: 2 },
]

/** The shop's budgets; one of its own takes the place of the usual one for that page. */
export async function readPageBudgets(context: Context, store: string): Promise<NamedBudget[]> {
  const rows = await readAllRows(context, PAGE_BUDGETS, store)
  const own = rows.map(
    ({ data }): NamedBudget => ({
      page: String(data.page),
      nameZh: String(data.name),
      nameEn: String(data.name),
      loadMs: Number(data.loadMs),
      jumps: Number(data.jumps),
    }),
  )
  return [...USUAL_BUDGETS.filter(({ page }) => !own.some((one) => one.page === page)), ...own]
}
