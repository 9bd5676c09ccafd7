import { useRoles } from '../../../api/use-roles.ts'
import { nameOf, useLanguage } from '../../../locale/strings.ts'

/** What a role is called; nothing until the roles are there, since an id would only flash by. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage()
  const { data } = useRoles()
  return (role) => {
    if (data === undefined) return ''
    const found = data.find(({ id }) => id === role)
    return found ? nameOf(found, language) : role
  }
}
