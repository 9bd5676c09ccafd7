import type { Role, SessionInfo, Store } from '@zhanggui/contract'
import type { Context } from '../../context.ts'
import type { Caller, UserCaller } from '../../http/caller.ts'
import { listStoresOf } from './members.ts'
import { ROLE_PERMISSIONS } from './role-permissions.ts'
import { listStores } from './stores.ts'
import { hasOwner } from './users.ts'

/** The shops a person may enter, with the role in each; the owner enters all. */
export async function listAccessibleStores(
  context: Context,
  user: Pick<UserCaller, 'id' | 'isOwner'>,
): Promise<{ store: Store; role: Role }[]> {
  if (!user.isOwner) return listStoresOf(context, user.id)
  return (await listStores(context)).map((store) => ({ store, role: 'owner' }))
}

/** What the page needs to know about who looks at it. */
export async function readSessionInfo(context: Context, caller: Caller | null): Promise<SessionInfo> {
  if (caller?.kind !== 'user') return { needsSetup: !(await hasOwner(context)), user: null }
  const { id, name, email, isOwner, mustChangePassword } = caller
  const stores = (await listAccessibleStores(context, caller)).map(({ store, role }) => ({
    id: store.id,
    name: store.name,
    role,
    permissions: [...ROLE_PERMISSIONS[role].permissions],
  }))
  return { needsSetup: false, user: { id, name, email, isOwner, mustChangePassword, stores } }
}
