import type { Permission } from '@zhanggui/contract'
import { type ActOptions, actingCaller } from '../../act-as.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Caller = Parameters<Server['trade']['openTradeItem']>[1]

/** Opens the installation and says who acts in which shop. The core is opened from its folder, so the server must not run. */
export function withTrade<T>(
  shell: Shell,
  given: { store: string; options: ActOptions; permission: Permission },
  work: (context: Context, api: Server['trade'], caller: Caller) => Promise<T>,
): Promise<T> {
  return withContext(shell, async (context, server) => {
    const { id: store } = await server.getStore(context, given.store)
    const { options, permission } = given
    const caller = await actingCaller(shell, { context, server, store, options, permission })
    return work(context, server.trade, caller)
  })
}
