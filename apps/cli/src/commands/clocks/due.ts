import { addWorkingMs, type DaySpans, hoursProblem, parseSpans, type ServiceHours } from '@zhanggui/clocks'
import { InvalidArgumentError } from 'commander'
import { CliFailure } from '../../cli-failure.ts'
import type { AddClockCommand } from './index.ts'
import { parseDuration, parseInstant } from './parse-clock.ts'

type DueOptions = { from: Date; target: number; hours?: DaySpans; weekend: DaySpans; timezone: string }

function parseHours(text: string): DaySpans {
  const spans = parseSpans(text)
  if (spans.ok) return spans.value
  throw new InvalidArgumentError('时段写成 09:00-12:00,13:30-18:00 / write spans as 09:00-12:00,13:30-18:00')
}

const NEVER = new CliFailure('never_due', {
  zh: '这样的服务时间十年内用不完这段时限。请检查服务时间。',
  en: 'With these hours the time is not used up within ten years. Check the hours.',
})

function toHours({ hours, weekend, timezone }: DueOptions): ServiceHours | null {
  if (!hours) return null
  return {
    timeZone: timezone,
    week: [hours, hours, hours, hours, hours, weekend, weekend],
    holiday: [],
    makeUpDay: hours,
    closures: [],
    overrides: [],
  }
}

export const addClockDue: AddClockCommand = (clocks, run) => {
  clocks
    .command('due')
    .description('算到期时间，不需要数据目录 / when something is due; needs no data folder')
    .requiredOption('--from <instant>', '开始 / beginning', parseInstant)
    .requiredOption('--target <duration>', '时限，如 2h / target, such as 2h', parseDuration)
    .option('--hours <spans>', '工作日的服务时间；不写为全天候 / weekday hours; round the clock without', parseHours)
    .option('--weekend <spans>', '周末的服务时间 / weekend hours', parseHours, [])
    .option('--timezone <zone>', '时区 / time zone', 'Asia/Shanghai')
    .action((options: DueOptions, command) =>
      run(command, async (shell) => {
        const hours = toHours(options)
        if (hours && hoursProblem(hours)) throw NEVER
        const due = addWorkingMs(hours, { from: options.from.getTime(), ms: options.target })
        if (due === null) throw NEVER
        const dueAt = new Date(due).toISOString()
        shell.answer({ dueAt }, () => dueAt)
      }),
    )
}
