import type { Command } from 'commander'
import type { RunCommand } from '../../run-command.ts'
import { addPlanApprove } from './approve.ts'
import { addPlanCheck } from './check.ts'
import { addPlanCompare } from './compare.ts'
import { addPlanConfirm } from './confirm.ts'
import { addPlanDocument } from './document.ts'
import { addPlanExport } from './export.ts'
import { addPlanImport } from './import.ts'
import { addPlanList } from './list.ts'
import { addPlanNew } from './new.ts'
import { addPlanOverdue } from './overdue.ts'
import { addPlanShow } from './show.ts'
import { addPlanVersions } from './versions.ts'

/** A subcommand of `zhanggui plan`, one file each. */
export type AddPlanCommand = (plan: Command, run: RunCommand) => void

const COMMANDS: readonly AddPlanCommand[] = [
  addPlanList,
  addPlanNew,
  addPlanShow,
  addPlanOverdue,
  addPlanImport,
  addPlanExport,
  addPlanDocument,
  addPlanVersions,
  addPlanCompare,
  addPlanCheck,
  addPlanApprove,
  addPlanConfirm,
]

export function addPlanCommands(program: Command, run: RunCommand): void {
  const plan = program.command('plan').description('年度规划：新建、导入、版本、批准、确认 / plans of the year')
  for (const add of COMMANDS) add(plan, run)
}
