import type { Command } from 'commander'

export type PlanOption = { plan: string }

/** Every command that works on one plan names it in the same way. */
export const addPlanOption = (command: Command): Command =>
  command.requiredOption('--plan <id>', '规划编号，如 plan-2027，见 plan list / id of the plan')
