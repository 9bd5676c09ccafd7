import type { Filter } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Command } from 'commander'
import { parseFilter } from './parse-filter.ts'
import { parseDayOption } from './parse-option.ts'

export type RangeOptions = { from?: BusinessDay; to?: BusinessDay; filter: Filter[] }

const collectFilter = (text: string, earlier: Filter[]): Filter[] => [...earlier, parseFilter(text)]

/** `--from`, `--to` and `--filter`, the same on every question. */
export const addRangeOptions = (command: Command): Command =>
  command
    .option('--from <day>', '第一天 / first business day, YYYY-MM-DD', parseDayOption)
    .option('--to <day>', '止于这天之前，不含当天 / day after the last one (not counted)', parseDayOption)

/** Which rows count; may be given several times, and all must hold. */
export const addFilterOption = (command: Command): Command =>
  command.option(
    '--filter <condition>',
    '筛选，如 channel=搜索,推荐 或 channel!=直播 / which rows count',
    collectFilter,
    [],
  )
