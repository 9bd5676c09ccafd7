import type { BusinessDay } from '@zhanggui/kernel'
import type { DemoProgress } from '@zhanggui/server'
import type { Command } from 'commander'
import type { Bilingual } from '../output/language.ts'
import { parseDayOption, parsePositiveOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import { withContext } from '../with-context.ts'

type DemoOptions = {
  store: string
  seed?: string
  from?: BusinessDay
  until?: BusinessDay
  scale?: number
  replace: boolean
}

const PHASES: Record<DemoProgress['phase'], Bilingual> = {
  clear: { zh: '清理', en: 'clearing' },
  facts: { zh: '生成经营数据', en: 'making the days' },
  store: { zh: '建立店铺', en: 'opening the shop' },
}

export function addDemoCommands(program: Command, run: RunCommand): void {
  program
    .command('demo')
    .description('演示店铺 / demo shop')
    .command('create')
    .description('生成演示店铺；同一种子得到同样的数据 / make the demo shop; one seed, one shop')
    .option('--store <id>', '店铺编号 / id of the shop', 'demo')
    .option('--seed <text>', '随机种子 / seed')
    .option('--from <day>', '第一天 / first day', parseDayOption)
    .option('--until <day>', '最后一天 / last day, counted', parseDayOption)
    .option(
      '--scale <factor>',
      '规模，1 约为每天 1400 次访问 / size; 1 is about 1,400 visits a day',
      parsePositiveOption,
    )
    .option('--replace', '已有时重新生成 / make it anew where it is already there', false)
    .action((options: DemoOptions, command: Command) =>
      run(command, async (shell) => {
        const onProgress = ({ phase, done, total }: DemoProgress): void =>
          shell.progress.show({ label: shell.say(PHASES[phase]), share: total > 0 ? done / total : 1 })
        const made = await withContext(shell, (context, server) =>
          server.createDemo(context, { ...options, actor: shell.actor, onProgress, signal: shell.signal }),
        )
        shell.progress.clear()
        shell.answer(made, () =>
          shell.say(
            made.created
              ? {
                  zh: `演示店铺 ${made.store} 已建成，用时 ${made.seconds.toFixed(1)} 秒。`,
                  en: `Demo shop ${made.store} made in ${made.seconds.toFixed(1)} s.`,
                }
              : {
                  zh: `演示店铺 ${made.store} 已存在；重新生成请加 --replace。`,
                  en: `Demo shop ${made.store} is there already; --replace makes it anew.`,
                },
          ),
        )
      }),
    )
}
