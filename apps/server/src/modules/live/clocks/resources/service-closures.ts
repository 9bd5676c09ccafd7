import { defineResource } from '../../../admin/resources/define-resource.ts'
import { dayField, textField } from '../../../admin/resources/resource-fields.ts'

/** Days on which a team does not work at all, whatever its week says: stock-take, outing. */
export const SERVICE_CLOSURES = defineResource({
  id: 'service-closures',
  nameZh: '服务停休',
  nameEn: 'Closures of service',
  area: 'live',
  fields: {
    name: textField({ nameZh: '原因', nameEn: 'Reason', required: true, max: 60 }),
    fromDay: dayField({ nameZh: '从', nameEn: 'From', required: true }),
    throughDay: dayField({ nameZh: '到', nameEn: 'Through', required: true }),
    hours: textField({
      nameZh: '服务时间',
      nameEn: 'Service hours',
      max: 40,
      helpZh: '空着对所有服务时间生效',
      helpEn: 'Empty: all of them',
    }),
  },
  keyFields: ['name', 'fromDay'],
  rules: [
    {
      field: 'throughDay',
      holds: ({ fromDay, throughDay }) => String(fromDay) <= String(throughDay),
      zh: '不能早于开始日期',
      en: 'must not be before the first day',
    },
  ],
  permissions: { read: 'plan:read', write: 'store:manage' },
})
