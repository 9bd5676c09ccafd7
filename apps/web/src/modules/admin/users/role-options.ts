import type { RoleInfo, Side } from '@zhanggui/contract'
import { type Language, nameOf } from '../../../locale/strings.ts'
import { permissionName } from './permission-names.ts'
import type { strings } from './strings.ts'

type Words = (typeof strings)['zh']

const SIDES_IN_ORDER: readonly Side[] = ['agency', 'merchant', 'brand', 'platform', 'platformOperator', 'partner']

/** Roles that can be given for a shop, grouped by the side they stand on. The owner's is given by nobody. */
export function roleOptions(roles: readonly RoleInfo[], words: Words, language: Language) {
  const given = roles.filter((role) => role.id !== 'owner')
  return SIDES_IN_ORDER.map((side) => ({
    label: words[`side_${side}`],
    options: given
      .filter((role) => role.side === side)
      .map((role) => ({ value: role.id, label: nameOf(role, language) })),
  })).filter((group) => group.options.length > 0)
}

/** What a role may do, as a list of words. */
export const permissionWords = (role: RoleInfo, language: Language): string[] =>
  role.permissions.map((id) => permissionName(id, language))
