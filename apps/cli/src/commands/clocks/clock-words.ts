import type { ClockStepView, ClockView } from '@zhanggui/contract'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** Milliseconds as hours, minutes and seconds; late ones with a minus. @example clockText(-61_000) // '-0:01:01' */
export function clockText(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000)
  const text = `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return ms < 0 ? `-${text}` : text
}

const STATES: Record<ClockStepView['state'], string> = {
  waiting: '未开始 waiting',
  running: '计时 running',
  resting: '休息 closed',
  paused: '暂停 paused',
  done: '完成 done',
  resolved: '结束 resolved',
  cancelled: '撤销 cancelled',
  dropped: '取消 dropped',
}

const stepRow = (clock: ClockView, step: ClockStepView, shell: Shell): string[] => [
  clock.id,
  shell.say({ zh: clock.ladder.nameZh, en: clock.ladder.nameEn }),
  clock.title,
  shell.say({ zh: step.nameZh, en: step.nameEn }),
  step.late ? `${STATES[step.state]} · ${shell.say({ zh: '逾期', en: 'late' })}` : STATES[step.state],
  clockText(step.remainingMs),
  step.dueAt ?? '–',
]

/** A row a step, the clocks in the order given. */
export const clockTable = (clocks: readonly ClockView[], shell: Shell): string =>
  renderTable(
    [
      { header: '编号 id', align: 'left' },
      { header: '类型 kind', align: 'left' },
      { header: '事项 what', align: 'left' },
      { header: '步骤 step', align: 'left' },
      { header: '状态 state', align: 'left' },
      { header: '剩余 left', align: 'right' },
      { header: '到期 due', align: 'left' },
    ],
    clocks.flatMap((clock) => clock.steps.map((step) => stepRow(clock, step, shell))),
  )
