import { useRoles } from '../../../api/use-roles.ts'
import { nameOf, useLanguage } from '../../../locale/strings.ts'

/** What a role is called; its id until the roles are there. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage()
  const { data } = useRoles()
  return (role) => {
    const found = data?.find(({ id }) => id === role)
    return found ? nameOf(found, language) : role
  }
}
