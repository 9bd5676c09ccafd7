import { defineResource } from '../../resources/define-resource.ts'
import { textField } from '../../resources/resource-fields.ts'

/**
 * Who of a partner signs in. The role 合作方 opens nothing but the workspace, and this says whose: one person, one partner. Without
 * a line here the workspace stays shut.
 */
export const PARTNER_PEOPLE = defineResource({
  id: 'partner-people',
  nameZh: '合作方人员',
  nameEn: 'People of partners',
  area: 'admin',
  fields: {
    email: textField({
      nameZh: '登录邮箱',
      nameEn: 'Sign-in e-mail',
      required: true,
      max: 200,
      helpZh: '与“用户”里的邮箱相同，角色为合作方',
      helpEn: 'As under People, with the role Partner',
    }),
    partner: textField({
      nameZh: '合作方编号',
      nameEn: 'Number of the partner',
      required: true,
      max: 40,
      headers: ['合作方'],
    }),
  },
  keyFields: ['email'],
  permissions: { read: 'plan:read', write: 'users:manage' },
})
