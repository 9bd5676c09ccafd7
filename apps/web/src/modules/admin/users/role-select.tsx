import type { MemberRole } from '@zhanggui/contract'
import { Select } from 'antd'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { permissionWords, roleOptions } from './role-options.ts'
import styles from './role-select.module.css'
import { strings } from './strings.ts'
import { useRoles } from './use-people.ts'

type Props = {
  id?: string
  label?: string
  value?: MemberRole
  loading?: boolean
  onChange?: (role: MemberRole) => void
}

/** A role by its name, grouped by side. */
export function RoleSelect({ label, ...rest }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const roles = useRoles()
  return (
    <Select<MemberRole>
      {...rest}
      className={styles.select ?? ''}
      aria-label={label ?? t.role}
      popupMatchSelectWidth={false}
      options={roleOptions(roles.data ?? [], t, language)}
    />
  )
}

/** What the chosen role lets a person do, so that nobody gives away more than they mean to. */
export function RolePermissions({ role }: { role: MemberRole | undefined }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const chosen = useRoles().data?.find((known) => known.id === role)
  if (!chosen) return null
  const words = permissionWords(chosen, language).join(language === 'zh' ? '、' : ', ')
  return <p className={styles.permissions}>{`${t.permissions}${language === 'zh' ? '：' : ': '}${words}`}</p>
}
