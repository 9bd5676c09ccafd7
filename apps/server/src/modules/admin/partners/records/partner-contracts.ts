import { METRICS } from '@zhanggui/metrics'
import { defineResource } from '../../resources/define-resource.ts'
import {
  booleanField,
  choiceField,
  dayField,
  integerField,
  longTextField,
  moneyField,
  ratioField,
  type TextRule,
  textField,
} from '../../resources/resource-fields.ts'
import { splitList } from '../../resources/split-list.ts'
import { SCOPE_DIMENSIONS } from './scope-dimensions.ts'

/** Days before the end by which whoever leaves says so, unless the contract names another figure. */
export const NOTICE_DAYS = 30

/** Figures of cost and profit are the shop's own; a contract cannot open them. */
const SHOWABLE = new Set(METRICS.filter(({ permission }) => permission === 'metrics:read').map(({ id }) => id))

const SHOWN_EXIST: TextRule = {
  holds: (text) => splitList(text).every((id) => SHOWABLE.has(id)),
  zh: '应为指标编号，用逗号分隔；利润类指标不能给合作方看',
  en: 'must be ids of metrics, parted by commas; those of profit are not shown to partners',
}

/** What was agreed with a partner: work, price, term, and the share of the shop's figures they need for it (P4.15). */
export const PARTNER_CONTRACTS = defineResource({
  id: 'partner-contracts',
  nameZh: '合作方合同',
  nameEn: 'Contracts with partners',
  area: 'admin',
  fields: {
    number: textField({ nameZh: '合同编号', nameEn: 'Number', required: true, max: 80 }),
    partner: textField({ nameZh: '合作方编号', nameEn: 'Number of the partner', required: true, max: 40 }),
    work: longTextField({ nameZh: '合作内容', nameEn: 'Work', required: true, max: 1000 }),
    fromDay: dayField({ nameZh: '开始日', nameEn: 'First day', required: true, headers: ['生效日期'] }),
    lastDay: dayField({ nameZh: '到期日', nameEn: 'Last day', required: true, headers: ['截止日期', '终止日期'] }),
    noticeDays: integerField({
      nameZh: '提前通知天数',
      nameEn: 'Days of notice',
      min: 0,
      max: 365,
      helpZh: `留空按 ${NOTICE_DAYS} 天`,
      helpEn: `Empty: ${NOTICE_DAYS}`,
    }),
    renewsItself: booleanField({ nameZh: '自动续约', nameEn: 'Renews itself' }),
    feeCents: moneyField({ nameZh: '每月固定费用', nameEn: 'Fixed fee a month', permission: 'profit:read' }),
    pieceCents: moneyField({ nameZh: '每条/每单价格', nameEn: 'Price of a piece', permission: 'profit:read' }),
    commissionRate: ratioField({ nameZh: '佣金比例', nameEn: 'Commission on sales', permission: 'profit:read' }),
    priceTerms: longTextField({ nameZh: '价格条款', nameEn: 'Terms of price', max: 1000, permission: 'profit:read' }),
    scopeDimension: choiceField({
      nameZh: '数据范围（维度）',
      nameEn: 'Scope: by what',
      choices: SCOPE_DIMENSIONS,
      helpZh: '合作方只看得到这个范围内的数',
      helpEn: 'The partner sees figures of this share of the shop only',
    }),
    scopeValues: textField({
      nameZh: '数据范围（取值）',
      nameEn: 'Scope: which',
      max: 1000,
      helpZh: '用逗号分隔，如 渠道名或商品 ID',
      helpEn: 'Parted by commas, such as channels or ids of goods',
    }),
    shownMetrics: textField({
      nameZh: '可见指标',
      nameEn: 'Figures shown',
      max: 500,
      rule: SHOWN_EXIST,
      helpZh: '指标编号，如 uv, cvr；需要先写数据范围',
      helpEn: 'Ids such as uv, cvr; they need a scope',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['number'],
  rules: [
    {
      field: 'lastDay',
      holds: ({ fromDay, lastDay }) => String(fromDay) <= String(lastDay),
      zh: '到期日不能早于开始日；请改正其中一个日期',
      en: 'The last day lies before the first; correct one of them',
    },
    {
      field: 'scopeValues',
      holds: ({ scopeDimension, scopeValues }) => (scopeDimension === null) === (scopeValues === null),
      zh: '数据范围的维度和取值要一起填',
      en: 'A scope needs both: by what, and which',
    },
    {
      field: 'shownMetrics',
      holds: ({ scopeDimension, shownMetrics }) => shownMetrics === null || scopeDimension !== null,
      zh: '没有数据范围就会露出全店的数；请先写范围，或清空可见指标',
      en: 'Without a scope the whole shop would be shown; write the scope, or leave the figures out',
    },
  ],
  states: [
    { id: 'draft', nameZh: '拟订', nameEn: 'Draft', next: ['signed'] },
    { id: 'signed', nameZh: '已签', nameEn: 'Signed', next: ['ended'] },
    { id: 'ended', nameZh: '已终止', nameEn: 'Ended', next: [] },
  ],
  permissions: { read: 'plan:read', write: 'plan:approve' },
})
