import type { Permission } from '@zhanggui/contract'
import { useSession } from '../api/use-session.ts'
import { useStoreId } from './use-store-id.ts'

const NONE: Permission[] = []

/** What the reader may do in the shop on screen. The server decides in any case; this only hides what it would refuse. */
export function usePermissions(): readonly Permission[] {
  const store = useStoreId()
  const { data } = useSession()
  return data?.user?.stores.find((s) => s.id === store)?.permissions ?? NONE
}
