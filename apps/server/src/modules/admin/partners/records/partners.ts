import type { PartnerKind } from '@zhanggui/contract'
import { defineResource } from '../../resources/define-resource.ts'
import { choiceField, longTextField, textField } from '../../resources/resource-fields.ts'

const KINDS: readonly { value: PartnerKind; nameZh: string; nameEn: string }[] = [
  { value: 'mcn', nameZh: 'MCN 机构', nameEn: 'MCN' },
  { value: 'logistics', nameZh: '物流', nameEn: 'Logistics' },
  { value: 'payment', nameZh: '支付', nameEn: 'Payment' },
  { value: 'media', nameZh: '媒体', nameEn: 'Media' },
  { value: 'other', nameZh: '其他', nameEn: 'Other' },
]

/** 机构、物流、支付、媒体: who works for the shop from outside it (P4.15). Source: D3, D0. */
export const PARTNERS = defineResource({
  id: 'partners',
  nameZh: '合作方',
  nameEn: 'Partners',
  area: 'admin',
  fields: {
    code: textField({ nameZh: '编号', nameEn: 'Number', required: true, max: 40 }),
    name: textField({ nameZh: '名称', nameEn: 'Name', required: true, max: 120 }),
    kind: choiceField({ nameZh: '类型', nameEn: 'Kind', required: true, choices: KINDS }),
    contact: textField({ nameZh: '对接人', nameEn: 'Contact', max: 80 }),
    skills: textField({
      nameZh: '擅长',
      nameEn: 'Good at',
      max: 300,
      helpZh: '如 美妆测评、短视频、冷链',
      helpEn: 'Such as reviews of cosmetics, short videos, cold chain',
    }),
    note: longTextField({ nameZh: '备注', nameEn: 'Note' }),
  },
  keyFields: ['code'],
  permissions: { read: 'plan:read', write: 'plan:write' },
})
