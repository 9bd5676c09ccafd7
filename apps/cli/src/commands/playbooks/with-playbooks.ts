import type { Permission } from '@zhanggui/contract'
import { type ActOptions, actingCaller } from '../../act-as.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Store = Awaited<ReturnType<Server['getStore']>>
type Caller = Parameters<Server['playbooks']['setPause']>[1]

/** Opens the installation and says who acts in which shop. */
export function withPlaybooks<T>(
  shell: Shell,
  given: { store: string; options?: ActOptions; permission?: Permission },
  work: (context: Context, api: Server['playbooks'], as: { caller: Caller; store: Store }) => Promise<T>,
): Promise<T> {
  const { store: id, options = {}, permission = 'plan:read' } = given
  return withContext(shell, async (context, server) => {
    const store = await server.getStore(context, id)
    const caller = await actingCaller(shell, { context, server, store: store.id, options, permission })
    return work(context, server.playbooks, { caller, store })
  })
}
