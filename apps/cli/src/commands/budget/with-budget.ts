import type { Permission } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, actingCaller, addAsOption } from '../../act-as.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'
import { addPlanOption, type PlanOption } from '../plan/plan-option.ts'

type Server = typeof import('@zhanggui/server')
type Context = Awaited<ReturnType<Server['openContext']>>
type BudgetCaller = Parameters<Server['budget']['openLedger']>[1]

export type BudgetOptions = PlanOption & ActOptions

/** Every budget command names its plan, and may name the person it is done for. */
export const addBudgetOptions = (command: Command): Command => addAsOption(addPlanOption(command))

/** Opens the installation and says who acts on which plan: the shell itself, or the person of `--as` with their rights. */
export function withBudget<T>(
  shell: Shell,
  given: { store: string; options: BudgetOptions; permission: Permission },
  work: (context: Context, budget: Server['budget'], caller: BudgetCaller) => Promise<T>,
): Promise<T> {
  const { store: id, options, permission } = given
  return withContext(shell, async (context, server) => {
    const shop = await server.getStore(context, id)
    const person = await actingCaller(shell, { context, server, store: shop.id, options, permission })
    return work(context, server.budget, { ...person, shop, plan: options.plan })
  })
}
