import type { DutyView } from '@zhanggui/contract'
import { renderTable } from '../../output/render-table.ts'
import { parseCountOption, parseDayOption } from '../../parse-option.ts'
import type { Shell } from '../../shell.ts'
import type { AddClockCommand } from './index.ts'
import { withClocks } from './with-clocks.ts'

type DutyOptions = { from: string; to: string; needed: number }

const RULES: Record<DutyView['rest'][number]['rule'], { zh: string; en: string }> = {
  overlap: { zh: '班次重叠', en: 'shifts overlap' },
  betweenShifts: { zh: '两班间隔太短', en: 'too little between shifts' },
  dayHours: { zh: '一天太长', en: 'too long a day' },
  weekRest: { zh: '一周没有休息日', en: 'no day off in the week' },
  monthOvertime: { zh: '月加班太多', en: 'too much overtime in the month' },
}

/** What is wrong with a rota, a line each. */
function findingsTable({ gaps, rest }: DutyView, shell: Shell): string {
  const nobody = shell.say({ zh: '无人值守', en: 'nobody on duty' })
  const rows = [
    ...gaps.map(({ from, to, people, needed }) => [from, nobody, `→ ${to}`, `${people} / ${needed}`]),
    ...rest.map(({ on, rule, person, actual, limit }) => [on, shell.say(RULES[rule]), person, `${actual} / ${limit}`]),
  ]
  if (rows.length === 0) return shell.say({ zh: '没有空档，休息合规。', en: 'No gap, and every rest is kept.' })
  return renderTable(
    [
      { header: '时间 at', align: 'left' },
      { header: '问题 what', align: 'left' },
      { header: '', align: 'left' },
      { header: '实际 / 限度 actual / limit', align: 'right' },
    ],
    rows,
  )
}

export const addClockDuty: AddClockCommand = (clocks, run) => {
  clocks
    .command('duty <store>')
    .description('值班表：空档、休息与呼叫 / the rota: gaps, rest and pages')
    .requiredOption('--from <day>', '第一天 / first business day', parseDayOption)
    .requiredOption('--to <day>', '止于这天之前 / day after the last one', parseDayOption)
    .option('--needed <people>', '一线每时每刻的人数 / people at the first level', parseCountOption, 1)
    .action((store: string, options: DutyOptions, command) =>
      run(command, async (shell) => {
        const duty = await withClocks(shell, { store }, ({ context, api, store: shop }) =>
          api.readDuty(context, shop, options),
        )
        shell.answer(duty, () => findingsTable(duty, shell))
      }),
    )
}
