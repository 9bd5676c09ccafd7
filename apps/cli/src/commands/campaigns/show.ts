import type { Command } from 'commander'
import type { AddCampaignCommand } from './index.ts'
import { withCampaigns } from './with-campaigns.ts'
import { checkLines, stateText } from './words.ts'

export const addCampaignShow: AddCampaignCommand = (campaign, run) => {
  campaign
    .command('show <store> <campaign>')
    .description('一个活动：阶段、下一步、就绪检查 / one campaign: phases, next step, readiness')
    .action((store: string, id: string, _options: object, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const one = await withCampaigns(shell, given, (context, api, as) => api.readCampaign(context, as.store, id))
        shell.answer(one, () => {
          const phases = one.windows.map(({ phase, from, to }) => `  ${from} – ${to}  ${stateText(shell, phase)}`)
          const next = one.step
            ? [
                shell.say({
                  zh: `下一步：${stateText(shell, one.step.state)} ${one.step.dueAt ?? ''}`,
                  en: `Next: ${stateText(shell, one.step.state)} ${one.step.dueAt ?? ''}`,
                }),
                checkLines(shell, one.step.checks),
              ]
            : []
          return [`${one.name}  ${stateText(shell, one.state)}`, ...phases, ...next].join('\n')
        })
      }),
    )
}
