import type { LoadCheck, LoadReport, LoadStep } from '@zhanggui/contract'
import type { Bilingual } from '../../output/language.ts'
import { renderTable } from '../../output/render-table.ts'
import type { Shell } from '../../shell.ts'

const COLUMNS = [
  { header: '步骤 step', align: 'left' },
  { header: '请求/秒 offered/s', align: 'right' },
  { header: '完成/秒 done/s', align: 'right' },
  { header: '拒绝 refused', align: 'right' },
  { header: '失败 failed', align: 'right' },
  { header: 'p50 ms', align: 'right' },
  { header: 'p99 ms', align: 'right' },
  { header: '拒绝p99 refused p99', align: 'right' },
  { header: '排队p50 秒 waited s', align: 'right' },
] as const

const KINDS: Readonly<Record<LoadStep['kind'], Bilingual>> = {
  ramp: { zh: '加压', en: 'ramp' },
  peak: { zh: '开场', en: 'opening' },
  overload: { zh: '过载', en: 'overload' },
  attack: { zh: '攻击', en: 'attack' },
}

export const PARTS: Readonly<Record<string, Bilingual>> = {
  price: { zh: '计价与优惠', en: 'pricing and coupons' },
  core: { zh: '交易核心（库存、风险、日志）', en: 'order core (stock, risk, journal)' },
  records: { zh: '记录库', en: 'record store' },
  http: { zh: '进程本身（HTTP、排队）', en: 'the process itself (HTTP, waiting)' },
}

const CHECKS: Readonly<Record<LoadCheck['check'], Bilingual>> = {
  room: { zh: '容量（每秒订单，含余量）', en: 'room, orders a second with headroom' },
  speed: { zh: '峰值时 p99（毫秒）', en: 'p99 at the peak, ms' },
  overload_speed: { zh: '过载时已受理的 p99（毫秒）', en: 'p99 of those let in under overload, ms' },
  overload_fair: {
    zh: '过载时按号放行的偏差 p99（毫秒）',
    en: 'p99 of how far from their turn people were let in, ms',
  },
  refused_early: { zh: '过载时拒绝的 p99（毫秒）', en: 'p99 of being refused, ms' },
  no_failure: { zh: '失败数', en: 'failures' },
  buyers: { zh: '攻击下买家成功率（万分之）', en: 'buyers served under attack, basis points' },
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0))

export const stepRow = (shell: Shell, step: LoadStep): string[] => [
  shell.say(KINDS[step.kind]),
  step.offeredPerSecond.toFixed(1),
  step.donePerSecond.toFixed(1),
  String(step.refused),
  String(step.failed),
  ms(step.doneMs?.p50Ms),
  ms(step.doneMs?.p99Ms),
  ms(step.refusedMs?.p99Ms),
  step.waitMs === null ? '–' : (step.waitMs.p50Ms / 1000).toFixed(1),
]

/** A report for people: the steps, the knee, what is in the way, and the gate. */
export function loadText(shell: Shell, report: LoadReport): string {
  const { steps, kneePerSecond, bottleneck, checks, isPassed } = report
  const part = bottleneck && (PARTS[bottleneck.part] ?? { zh: bottleneck.part, en: bottleneck.part })
  const share = bottleneck ? `${(bottleneck.share * 100).toFixed(0)}%` : ''
  const found = shell.say({
    zh: `拐点 ${kneePerSecond?.toFixed(1) ?? '未找到'} 单/秒；瓶颈：${part ? `${part.zh}，占 ${share}` : '未知'}`,
    en: `Knee ${kneePerSecond?.toFixed(1) ?? 'not found'} orders/s; bottleneck: ${part ? `${part.en}, ${share} of the time` : 'unknown'}`,
  })
  const gate = checks.map(
    ({ check, isPassed: passed, measured, goal }) =>
      `${passed ? '✓' : '✗'} ${shell.say(CHECKS[check])}: ${measured === null ? '–' : Math.round(measured * 10) / 10} / ${goal}`,
  )
  const verdict = shell.say(isPassed ? { zh: '通过', en: 'Passed' } : { zh: '未通过', en: 'Not passed' })
  return [
    renderTable(
      COLUMNS,
      steps.map((step) => stepRow(shell, step)),
    ),
    '',
    found,
    ...gate,
    verdict,
  ].join('\n')
}
