import type { DrillReport } from '@zhanggui/drills'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Command } from 'commander'
import { CliFailure } from '../cli-failure.ts'
import type { Bilingual } from '../output/language.ts'
import { renderTable } from '../output/render-table.ts'
import { parseDayOption, parsePositiveOption } from '../parse-option.ts'
import type { RunCommand } from '../run-command.ts'
import type { Shell } from '../shell.ts'
import { drillSystems } from './drill-systems.ts'

type DrillOptions = { seed: string; scale: number; day?: BusinessDay }

const clockOf = (minute: number | null): string =>
  minute === null
    ? '–'
    : `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const against = (minutes: number | null, goal: number): string => `${minutes ?? '–'}/${goal}`
const yuan = (cents: number): string => (cents / 100).toFixed(0)

const HEADS: readonly Bilingual[] = [
  { zh: '故障', en: 'fault' },
  { zh: '发生', en: 'at' },
  { zh: '发现/目标', en: 'found/goal' },
  { zh: '启动/目标', en: 'started/goal' },
  { zh: '恢复/目标', en: 'restored/goal' },
  { zh: '超时', en: 'late' },
  { zh: '告知', en: 'told' },
  { zh: '损失（不处理）', en: 'loss, unanswered' },
  { zh: '损失（按预案）', en: 'loss, answered' },
  { zh: '得分', en: 'score' },
]

function tableOf(shell: Shell, { faults }: DrillReport): string {
  const rows = faults.map((fault) => [
    shell.say({ zh: fault.nameZh, en: fault.nameEn }),
    clockOf(fault.from),
    against(fault.times.detect, fault.goals.detectMinutes),
    against(fault.times.start, fault.goals.startMinutes),
    against(fault.times.restore, fault.goals.restoreMinutes),
    String(fault.clocks.filter(({ late }) => late).length),
    `${fault.told}/${fault.affected}`,
    yuan(fault.lossWithout.totalCents),
    yuan(fault.loss.totalCents),
    String(fault.score),
  ])
  return renderTable(
    HEADS.map((head, i) => ({ header: shell.say(head), align: i === 0 ? ('left' as const) : ('right' as const) })),
    rows,
  )
}

function lessonsOf(shell: Shell, { faults }: DrillReport): string[] {
  return faults.flatMap(({ planZh, planEn, lessons }) =>
    lessons.map(({ zh, en }) => shell.say({ zh: `· ${planZh}：${zh}`, en: `· ${planEn}: ${en}` })),
  )
}

function verdictOf(shell: Shell, { score, passed, paidCents, day, seed }: DrillReport): string {
  const kept = paidCents.withPlans - paidCents.without
  return shell.say({
    zh: `${day}（种子 ${seed}）得分 ${score}，${passed ? '通过' : '未通过'}；预案多保住成交 ${yuan(kept)} 元。`,
    en: `${day} (seed ${seed}): score ${score}, ${passed ? 'passed' : 'not passed'}; the plans kept ${yuan(kept)} yuan of sales.`,
  })
}

/** `zhanggui drill [plan]`: a rehearsal in the simulated market; exit code 1 when it does not pass its gate. */
export function addDrillCommand(program: Command, run: RunCommand): void {
  program
    .command('drill')
    .description('演练：在模拟市场里注入故障，看预案顶不顶得住 / rehearse contingency plans in the simulated market')
    .argument(
      '[plan]',
      '预案编号；whole-day 全天总演练；systems 机房与支付切换 / a plan, whole-day, or systems: sites and payments',
      'whole-day',
    )
    .option('--seed <text>', '随机种子；同一种子得到同样的报告 / seed; one seed, one report', '1')
    .option('--scale <factor>', '规模，1 约为大促当天 5000 次访问 / size', parsePositiveOption, 10)
    .option(
      '--day <day>',
      '演练哪一天，默认下一个 11 月 11 日 / the day, by default the next 11 November',
      parseDayOption,
    )
    .action((plan: string, options: DrillOptions, command: Command) =>
      run(command, async (shell) => {
        if (plan === 'systems') return drillSystems(shell, options)
        const { findShippedPlan, PLAN_LIBRARY, runDrill } = await import('@zhanggui/drills')
        const { parseDay } = await import('@zhanggui/kernel')
        const one = findShippedPlan(plan)
        if (plan !== 'whole-day' && !one)
          throw new CliFailure('not_found', {
            zh: `没有预案“${plan}”：${PLAN_LIBRARY.map(({ id }) => id).join('、')} 或 whole-day、systems。`,
            en: `No plan "${plan}": ${PLAN_LIBRARY.map(({ id }) => id).join(', ')} whole-day or systems.`,
          })
        const onProgress = (share: number): void =>
          shell.progress.show({ label: shell.say({ zh: '演练中', en: 'rehearsing' }), share })
        const { seed, scale, day = parseDay('2026-11-11') } = options
        const report = runDrill({ seed, scale, day, plans: one ? [one] : PLAN_LIBRARY, onProgress })
        shell.progress.clear()
        shell.answer(report, () =>
          [verdictOf(shell, report), '', tableOf(shell, report), ...lessonsOf(shell, report)].join('\n'),
        )
        if (!report.passed)
          throw new CliFailure('drill_failed', {
            zh: '演练没有通过：按上面的改进项调整后再演练一次。',
            en: 'The drill did not pass: change what the lessons say and hold it again.',
          })
      }),
    )
}
