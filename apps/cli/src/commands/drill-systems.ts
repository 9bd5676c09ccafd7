import type { SystemsReport } from '@zhanggui/drills'
import { CliFailure } from '../cli-failure.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { renderTable } from '../output/render-table.ts'
import type { Shell } from '../shell.ts'

const seconds = (ms: number | null | undefined): string =>
  ms === null || ms === undefined ? '–' : (ms / 1000).toFixed(2)

/** The first site is too slow from this second on, or bots crowd its door. */
const FROM_SECOND = 5
const SIEGES = ['overload', 'attack'] as const
type Sieges = Readonly<Record<(typeof SIEGES)[number], SystemsReport>>

function siegeRows(shell: Shell, sieges: Sieges): [string, string][] {
  const { overload, attack } = sieges
  const share = attack.siege ? `${(attack.siege.success * 100).toFixed(1)}%` : '–'
  const lost = SIEGES.reduce((sum, kind) => sum + (sieges[kind].siege?.lostOrders ?? 0), 0)
  return [
    [
      shell.say({ zh: '机房变慢后由另一机房接单，秒', en: 'site too slow to orders at the other, s' }),
      seconds(overload.siege?.switchMs),
    ],
    [
      shell.say({ zh: '受攻击后由另一机房接单，秒', en: 'site attacked to orders at the other, s' }),
      seconds(attack.siege?.switchMs),
    ],
    [shell.say({ zh: '攻击中下单成功的买家', en: 'buyers served during the attack' }), share],
    [shell.say({ zh: '两次切换丢失的已付订单', en: 'paid orders lost in both switches' }), String(lost)],
  ]
}

function tableOf(shell: Shell, { orders, paid, site, payment, oversold }: SystemsReport, sieges: Sieges): string {
  const rows: [string, string][] = [
    [shell.say({ zh: '下单 / 已付', en: 'orders / paid' }), `${orders} / ${paid}`],
    [
      shell.say({ zh: '机房失联后恢复下单，秒（RTO）', en: 'site lost to orders again, s (RTO)' }),
      seconds(site?.recoveryMs),
    ],
    [shell.say({ zh: '丢失的已付订单（RPO）', en: 'paid orders lost (RPO)' }), String(site?.lostOrders ?? '–')],
    [
      shell.say({ zh: '支付中断后改走另一家，秒', en: 'payment outage to the other provider, s' }),
      seconds(payment?.switchMs),
    ],
    [shell.say({ zh: '多收或漏收的订单', en: 'orders charged wrongly' }), String(payment?.chargedWrong ?? '–')],
    [shell.say({ zh: '超卖', en: 'oversold' }), String(oversold)],
    ...siegeRows(shell, sieges),
  ]
  const columns = [
    { header: shell.say({ zh: '项目', en: 'what' }), align: 'left' as const },
    { header: shell.say({ zh: '结果', en: 'result' }), align: 'right' as const },
  ]
  return renderTable(columns, rows)
}

/**
 * `zhanggui drill systems`: a site is lost and a payment provider falls silent; a site is too slow; a site is attacked. With the parts
 * that really run, on a fake clock.
 */
export async function drillSystems(shell: Shell, { seed }: { seed: string }): Promise<ExitCode> {
  const { runSystemsDrill } = await import('@zhanggui/drills')
  const report = runSystemsDrill({ seed })
  const besieged = (kind: (typeof SIEGES)[number]): SystemsReport =>
    runSystemsDrill({ seed, siege: { kind, fromSecond: FROM_SECOND } })
  const sieges = { overload: besieged('overload'), attack: besieged('attack') }
  const passed = [report, ...Object.values(sieges)].every((one) => one.passed)
  shell.answer({ ...report, sieges, passed }, () => tableOf(shell, report, sieges))
  if (passed) return EXIT.ok
  throw new CliFailure('drill_failed', {
    zh: '系统演练没有通过：有订单丢失、重复收款或未完成。请先不要放行大促，并把报告交给技术人员。',
    en: 'The drill did not pass: orders were lost, charged twice or left. Do not open the campaign; hand the report to technical staff.',
  })
}
