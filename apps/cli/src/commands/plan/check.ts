import { basename, resolve } from 'node:path'
import type { CheckedFinding, FileFindings, Finding, PlanFindings } from '@zhanggui/contract'
import type { Command } from 'commander'
import { usageFailure } from '../../cli-failure.ts'
import { EXIT } from '../../exit-codes.ts'
import { parseCountOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { renderFindings } from './render-findings.ts'

type CheckOptions = { plan?: string; year?: number }
type Checked = PlanFindings | FileFindings

const acknowledgedIn = (finding: Finding | CheckedFinding): boolean =>
  'acknowledged' in finding && finding.acknowledged !== null

/** One of the two has to be named, and only one. */
function requireOne(file: string | undefined, plan: string | undefined): void {
  if ((file === undefined) !== (plan === undefined)) return
  throw usageFailure('invalid_request', {
    zh: '请给出要检查的规划（--plan 编号）或文件，二者选一。',
    en: 'Name what to check: a plan (--plan id) or a file, one of the two.',
  })
}

const check = (
  shell: Shell,
  storeId: string,
  file: string | undefined,
  { plan, year }: CheckOptions,
): Promise<Checked> =>
  withContext(shell, async (context, server) => {
    const store = await server.getStore(context, storeId)
    if (plan !== undefined) return server.readFindings(context, store, plan)
    const path = resolve(file ?? '')
    return server.checkPlanFile(context, store, { file: { path, name: basename(path) }, year })
  })

export const addPlanCheck: AddPlanCommand = (plan, run) => {
  plan
    .command('check <store> [file]')
    .description(
      '规划体检：已存的规划，或文件（规划 JSON、年度计划表 CSV / XLSX、方案 docx / txt / md）/ check a plan or a plan file',
    )
    .option('--plan <id>', '规划编号，见 plan list / id of the plan')
    .option('--year <year>', '计划表所属年份，默认明年 / year of a table, the coming one by default', parseCountOption)
    .action((store: string, file: string | undefined, options: CheckOptions, command: Command) =>
      run(command, async (shell) => {
        requireOne(file, options.plan)
        const checked = await check(shell, store, file, options)
        const open = checked.findings.filter((finding) => !acknowledgedIn(finding))
        shell.answer(checked, () => renderFindings(shell, open, checked.counts))
        return checked.counts.error > 0 ? EXIT.failed : EXIT.ok
      }),
    )
}
