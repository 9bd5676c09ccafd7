import type { MemberRole } from '@zhanggui/contract'
import { Select } from 'antd'
import { labelled, listed } from '../../../locale/punctuation.ts'
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
      // A bare role id would flash up until the names are there.
      value={roles.data && rest.value ? rest.value : null}
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
  const words = listed(permissionWords(chosen, language), language)
  return <p className={styles.permissions}>{labelled(t.permissions, words, language)}</p>
}
