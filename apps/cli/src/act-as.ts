import type { Permission } from '@zhanggui/contract'
import type { Command } from 'commander'
import type { Shell } from './shell.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>

export type ActOptions = { as?: string }

/** Who a command acts for: the shell itself, or a person of the shop with their rights. */
export const addAsOption = (command: Command): Command =>
  command.option('--as <email>', '以谁的身份；此人须有权限 / who does it; they must hold the permission')

/** The person of `--as`, who must hold the permission, or the shell, which may do what an owner may. */
export async function actingCaller(
  shell: Shell,
  given: { context: Context; server: Server; store: string; options: ActOptions; permission: Permission },
) {
  const { context, server, store, options, permission } = given
  if (options.as) return server.personCaller(context, store, { email: options.as, permission })
  return { store, actor: shell.actor, role: 'owner' as const }
}
