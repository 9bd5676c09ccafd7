import { defineResource, type ResourceData } from '../../admin/resources/define-resource.ts'
import { longTextField, textField } from '../../admin/resources/resource-fields.ts'

/** What has to be known of a merchant before a plan starts (P16.02). Fields may stay empty while it is gathered. */
export const MERCHANT_DOSSIER = defineResource({
  id: 'merchant-dossier',
  nameZh: '商家档案',
  nameEn: 'Merchant dossier',
  area: 'goals',
  fields: {
    merchant: textField({ nameZh: '商家名称', nameEn: 'Merchant', required: true, max: 120, headers: ['公司名称'] }),
    company: longTextField({ nameZh: '公司情况', nameEn: 'Company', headers: ['公司简介'] }),
    products: longTextField({ nameZh: '产品情况', nameEn: 'Products' }),
    strengths: longTextField({ nameZh: '优势', nameEn: 'Strengths' }),
    weaknesses: longTextField({ nameZh: '劣势', nameEn: 'Weaknesses' }),
    currentProblems: longTextField({ nameZh: '当前问题', nameEn: 'Current problems', headers: ['现有问题'] }),
    urgentProblems: longTextField({ nameZh: '急需解决的问题', nameEn: 'Urgent problems' }),
    team: longTextField({ nameZh: '团队情况', nameEn: 'Team' }),
    organisation: longTextField({ nameZh: '组织架构', nameEn: 'Organisation' }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['merchant'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})

/** Everything but the note has to be there. */
const OPTIONAL = ['note']

/** Names of the fields that nobody has filled in yet, in their order; none for a complete dossier. */
export const dossierMissing = (data: ResourceData): string[] =>
  Object.entries(MERCHANT_DOSSIER.fields)
    .filter(([name]) => !OPTIONAL.includes(name) && (data[name] ?? null) === null)
    .map(([, field]) => field.nameZh)
