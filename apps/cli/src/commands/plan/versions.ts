import type { PlanVersion } from '@zhanggui/contract'
import type { Command } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type VersionOptions = PlanOption & { cut?: string }

const table = (versions: readonly PlanVersion[]): string =>
  renderTable(
    [
      { header: '版本 version', align: 'right' },
      { header: '批准 approved', align: 'left' },
      { header: '说明 note', align: 'left' },
      { header: '时间 cut at', align: 'left' },
      { header: 'sha256', align: 'left' },
    ],
    versions.map(({ number, approved, note, createdAt, sha256 }) => [
      String(number),
      approved ? '是 yes' : '',
      note,
      createdAt.slice(0, 16),
      sha256.slice(0, 12),
    ]),
  )

export const addPlanVersions: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('versions <store>'))
    .description('列出版本，或留一个版本 / list versions, or cut one')
    .option('--cut <note>', '以此说明留一个版本 / cut a version with this note')
    .action((storeId: string, { plan: id, cut }: VersionOptions, command: Command) =>
      run(command, async (shell) => {
        const versions = await withContext(shell, async (context, server) => {
          const store = await server.getStore(context, storeId)
          const caller = { store: store.id, actor: shell.actor, role: 'owner' as const }
          if (cut !== undefined) await server.addVersion(context, caller, id, cut)
          return server.listVersions(context, store.id, id)
        })
        shell.answer({ versions }, () => table(versions))
      }),
    )
}
