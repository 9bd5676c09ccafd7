import { type PlanComparison, VersionName } from '@zhanggui/contract'
import { type Command, InvalidArgumentError } from 'commander'
import { renderTable } from '../../output/render-table.ts'
import { withContext } from '../../with-context.ts'
import type { AddPlanCommand } from './index.ts'
import { addPlanOption, type PlanOption } from './plan-option.ts'

type CompareOptions = PlanOption & { from: VersionName; to: VersionName }

function parseVersion(text: string): VersionName {
  const parsed = VersionName.safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('应为版本号或 draft / a version’s number, or draft')
  return parsed.data
}

const KINDS = { added: '新增 added', removed: '删除 removed', changed: '修改 changed' } as const

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** One line a changed field; an added or removed object is one line. */
const lines = ({ changes }: PlanComparison): string[][] =>
  changes.flatMap(({ list, id, name, kind, fields }) =>
    kind === 'changed'
      ? fields.map(({ field, before, after }) => [list, name || id, KINDS[kind], field, asText(before), asText(after)])
      : [[list, name || id, KINDS[kind], '', '', '']],
  )

export const addPlanCompare: AddPlanCommand = (plan, run) => {
  addPlanOption(plan.command('compare <store>'))
    .description('比较两个版本，或版本与草稿 / what differs between two versions, or a version and the draft')
    .requiredOption('--from <version>', '旧版本 / older version', parseVersion)
    .option('--to <version>', '新版本，默认草稿 / newer version; default the draft', parseVersion, 'draft')
    .action((storeId: string, { plan: id, from, to }: CompareOptions, command: Command) =>
      run(command, async (shell) => {
        const comparison = await withContext(shell, async (context, server) =>
          server.compareVersions(
            context,
            { store: (await server.getStore(context, storeId)).id, plan: id },
            { from, to },
          ),
        )
        const headers = ['部分 part', '对象 object', '变化 change', '字段 field', '之前 before', '之后 after']
        shell.answer(comparison, () =>
          renderTable(
            headers.map((header) => ({ header, align: 'left' as const })),
            lines(comparison),
          ),
        )
      }),
    )
}
