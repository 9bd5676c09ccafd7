import type { Finding, PlanVersion } from '@zhanggui/contract'
import type { Command } from 'commander'
import { actingCaller } from '../../act-as.ts'
import { EXIT } from '../../exit-codes.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type ApproveOptions = PlanOption & { note: string; as?: string }
type Outcome = { approved: true; version: PlanVersion } | { approved: false; findings: Finding[] }

/** The findings that a refused approval names; null for any other failure. */
function blockingFindings(error: unknown): Finding[] | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'plan_blocked') return null
  const facts = 'facts' in error ? (error.facts as { findings?: Finding[] }) : {}
  return facts.findings ?? []
}

async function orFindings(work: () => Promise<PlanVersion>): Promise<Outcome> {
  try {
    return { approved: true, version: await work() }
  } catch (error) {
    const findings = blockingFindings(error)
    if (findings) return { approved: false, findings }
    throw error
  }
}

export const addPlanApprove: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('approve <store>'))
    .description('批准规划；体检有错误时拒绝（退出码 1）/ approve; refused (exit code 1) while the check finds errors')
    .option('--note <text>', '说明 / note', '')
    .option('--as <email>', '以谁的身份；此人须有权限 / who approves; they must hold the permission')
    .action((storeId: string, { plan: id, note, ...options }: ApproveOptions, command: Command) =>
      run(command, async (shell) => {
        const outcome = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const given = { context, server, store: store.id, options, permission: 'plan:approve' as const }
          const caller = await actingCaller(shell, given)
          const check = server.checkForApproval
          return orFindings(() => server.approvePlan(context, caller, store, id, { asked: { note }, check }))
        })
        shell.answer(outcome, () =>
          outcome.approved
            ? shell.say({
                zh: `已批准为版本 ${outcome.version.number}\nsha256 ${outcome.version.sha256}`,
                en: `Approved as version ${outcome.version.number}\nsha256 ${outcome.version.sha256}`,
              })
            : [
                shell.say({
                  zh: `有 ${outcome.findings.length} 处错误，没有批准：`,
                  en: `Not approved, ${outcome.findings.length} errors:`,
                }),
                ...outcome.findings.map((f) => `${f.number}. ${shell.say({ zh: f.messageZh, en: f.messageEn })}`),
              ].join('\n'),
        )
        return outcome.approved ? EXIT.ok : EXIT.failed
      }),
    )
}
