import type { Permission } from '@zhanggui/contract'
import { type ActOptions, actingCaller } from '../../act-as.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Store = Awaited<ReturnType<Server['getStore']>>

/** Opens the installation and says who acts on the orders of which shop. */
export function withOrders<T>(
  shell: Shell,
  given: { store: string; options: ActOptions; permission: Permission },
  work: (context: Context, api: Server['shopOrders'], as: { store: Store; actor: string }) => Promise<T>,
): Promise<T> {
  const { store: id, options, permission } = given
  return withContext(shell, async (context, server) => {
    const store = await server.getStore(context, id)
    const { actor } = await actingCaller(shell, { context, server, store: store.id, options, permission })
    return work(context, server.shopOrders, { store, actor })
  })
}
