import type { Permission } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type Store = Awaited<ReturnType<Server['getStore']>>
type Caller = Parameters<Server['promotions']['createPromotion']>[1]

export type ActOptions = { as?: string }

/** Who a command acts for: the shell itself, or a person of the shop with their rights. */
export const addAsOption = (command: Command): Command =>
  command.option('--as <email>', '以谁的身份；此人须有权限 / who does it; they must hold the permission')

/** Opens the installation and says who acts in which shop. */
export function withPromotions<T>(
  shell: Shell,
  given: { store: string; options: ActOptions; permission: Permission },
  work: (context: Context, api: Server['promotions'], as: { caller: Caller; store: Store }) => Promise<T>,
): Promise<T> {
  const { store: id, options, permission } = given
  return withContext(shell, async (context, server) => {
    const store = await server.getStore(context, id)
    const caller = options.as
      ? await server.personCaller(context, store.id, { email: options.as, permission })
      : { store: store.id, actor: shell.actor, role: 'owner' as const }
    return work(context, server.promotions, { caller, store })
  })
}
