import type { Role } from '@zhanggui/contract'
import { Select } from 'antd'
import { useRoles } from '../../api/use-roles.ts'
import { nameOf, useLanguage } from '../../locale/strings.ts'

/** A role of the shop by its name. `value` and `onChange` come from the form. */
export function RoleSelect(props: { value?: Role; onChange?: (role: Role) => void }) {
  const language = useLanguage()
  const options = (useRoles().data ?? []).map((role) => ({ value: role.id, label: nameOf(role, language) }))
  return <Select<Role> {...props} options={options} />
}
