import { APPROVAL_STATES, type ApprovalChange, type ApprovalRequest, type ApprovalState } from '@zhanggui/contract'
import { type Command, Option } from 'commander'
import { formatFigure } from '../output/format-figure.ts'
import { renderTable } from '../output/render-table.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { withContext } from '../with-context.ts'

type Step = 'approve' | 'refuse' | 'withdraw'
type DecideOptions = { as: string; reason: string }

const STATES: Record<ApprovalState, string> = {
  waiting: '待处理 waiting',
  approved: '已批准 approved',
  refused: '已拒绝 refused',
  withdrawn: '已撤回 withdrawn',
  expired: '已过期 expired',
}

function changeText(change: ApprovalChange, currency: string, shell: Shell): string {
  const unit = change.unit === 'money' ? 'money' : null
  const value = (of: ApprovalChange['after']) => formatFigure(of, { unit, currency, language: shell.language })
  return `${shell.say({ zh: change.nameZh, en: change.nameEn })} ${value(change.before)} → ${value(change.after)}`
}

function changesText(request: ApprovalRequest, currency: string, shell: Shell): string {
  const [first] = request.changes
  if (!first) return ''
  const more = request.changeCount > 1 ? ` (+${request.changeCount - 1})` : ''
  return changeText(first, currency, shell) + more
}

const requestTable = (requests: readonly ApprovalRequest[], currency: string, shell: Shell): string =>
  renderTable(
    [
      { header: '编号 id', align: 'left' },
      { header: '状态 state', align: 'left' },
      { header: '申请 request', align: 'left' },
      { header: '改动 change', align: 'left' },
      { header: '申请人 asked by', align: 'left' },
      { header: '有效至 good until', align: 'left' },
    ],
    requests.map((r) => [
      r.id,
      STATES[r.state],
      shell.say({ zh: r.summaryZh, en: r.summaryEn }),
      changesText(r, currency, shell),
      r.askedBy,
      r.expiresAt.slice(0, 16),
    ]),
  )

function addList(approvals: Command, run: RunCommand): void {
  approvals
    .command('list <store>')
    .description('列出审批申请 / list requests')
    .addOption(new Option('--state <state>', '状态 / state').choices(APPROVAL_STATES))
    .action((id: string, options: { state?: ApprovalState }, command: Command) =>
      run(command, async (shell) => {
        const { store, page } = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, id)
          const reader = { store: store.id, actor: shell.actor, role: 'owner' as const }
          const page = await server.listApprovals(context, reader, { limit: 500, ...options })
          return { store, page }
        })
        shell.answer(page, () => requestTable(page.requests, store.currency, shell))
      }),
    )
}

function addStep(approvals: Command, run: RunCommand, step: Step, description: string): void {
  approvals
    .command(`${step} <store> <id>`)
    .description(description)
    .requiredOption('--as <email>', '以谁的身份；此人须有权限 / who decides; they must hold the permission')
    .option('--reason <text>', '原因 / reason', '')
    .action((storeId: string, id: string, { as, reason }: DecideOptions, command: Command) =>
      run(command, async (shell) => {
        const { store, request } = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const actor = await server.personActor(context, as)
          const decide = {
            approve: server.approveRequest,
            refuse: server.refuseRequest,
            withdraw: server.withdrawRequest,
          }
          // A refusal must say why in the person's own words; that it came from a shell is added to words, not put for them.
          const why = reason === '' && step === 'refuse' ? '' : `${reason} [${shell.actor}]`.trim()
          await decide[step](context, { store: store.id, id, actor, reason: why })
          const reader = { store: store.id, actor, role: 'owner' as const }
          return { store, request: await server.readApproval(context, reader, id) }
        })
        shell.answer(request, () => requestTable([request], store.currency, shell))
      }),
    )
}

export function addApprovalCommands(program: Command, run: RunCommand): void {
  const approvals = program.command('approvals').description('审批：列出、批准、拒绝 / requests for a second person')
  addList(approvals, run)
  addStep(approvals, run, 'approve', '批准，改动随即生效 / approve; the change is made at once')
  addStep(approvals, run, 'refuse', '拒绝，须写原因 / refuse, with a reason')
  addStep(approvals, run, 'withdraw', '撤回自己的申请 / take back one’s own request')
}
